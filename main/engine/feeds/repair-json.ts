/** What JSON writes for the control characters that stand raw in the texts of some feeds. */
const ESCAPES: Record<string, string> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/**
 * A JSON feed that is no JSON, made one: line ends inside of texts, commas before a bracket that
 * closes, text after the end, and the end itself missing, which costs the entry that is cut.
 * @returns `null` where nothing is to be repaired, or no whole entry is there
 */
export function repairedJson(text: string): string | null {
  const closers: string[] = [];
  let out = '';
  let isInText = false;
  /** How much of `out` is whole: up to the last entry, an object in a list in the feed. */
  let whole = 0;
  for (const [token] of text.matchAll(/"|\\[^]?|[\n\r\t]|[{}[\]]|[^"\\\n\r\t{}[\]]+/g)) {
    if (token === '"') isInText = !isInText;
    if (isInText || token === '"') {
      out += ESCAPES[token] ?? token;
      continue;
    }
    if (token === '{' || token === '[') closers.push(token === '{' ? '}' : ']');
    if (token !== '}' && token !== ']') {
      out += token;
      continue;
    }
    if (closers.pop() !== token) return null;
    out = `${out.replace(/,\s*$/, '')}${token}`;
    if (closers.length === 0) return out;
    if (token === '}' && closers.join('') === '}]') whole = out.length;
  }
  return whole === 0 ? null : `${out.slice(0, whole)}]}`;
}

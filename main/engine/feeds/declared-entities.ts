/** Longer is no abbreviation any more. */
const MAX_VALUE_CHARACTERS = 1_000;

/** How many characters a feed may grow by: entities are what texts are swollen with. */
const MAX_GROWTH_CHARACTERS = 1_000_000;

/**
 * Resolves the entities that a feed's DOCTYPE declares in itself. Only such as are plain text: one
 * made of others, or of a file, is left as it is written, and so is every one after the growth
 * that a feed may need. (XML 1.0, 4.4; https://www.w3.org/TR/xml/#sec-entexpand)
 * @param prolog what stands before the root element
 */
export function withDeclaredEntities(text: string, prolog: string): string {
  if (!prolog.includes('<!ENTITY')) return text;
  const values = new Map<string, string>();
  const declaration = /<!ENTITY\s+([\w.-]{1,100})\s+(?:"([^"&%<]*)"|'([^'&%<]*)')\s*>/g;
  for (const [, name = '', quoted, apostrophed] of prolog.matchAll(declaration)) {
    const value = quoted ?? apostrophed ?? '';
    if (value.length <= MAX_VALUE_CHARACTERS && !values.has(name)) values.set(name, value);
  }
  if (values.size === 0) return text;
  let growth = 0;
  return text.replace(/&([\w.-]{1,100});/g, (reference, name: string) => {
    const value = values.get(name);
    if (value === undefined || growth + value.length > MAX_GROWTH_CHARACTERS) return reference;
    growth += value.length;
    return value;
  });
}

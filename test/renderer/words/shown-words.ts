/** What the window shows and says, to look for words of a language in it. */

const spoken = [
  'aria-label',
  'aria-valuetext',
  'aria-description',
  'title',
  'placeholder',
  'alt',
] as const;

/**
 * Every text and spoken attribute of the document, hidden ones too, within whatever shadow roots.
 *
 * @param language what is declared to be in another one is left out: articles, the engine's sentences.
 */
export function shownIn(language: string, root: Node = document.body): string[] {
  const shown: string[] = [];
  for (const node of root.childNodes) {
    if (node instanceof Text) shown.push(node.data);
    if (!(node instanceof Element) || node.matches('style, script')) continue;
    const declared = node.getAttribute('lang');
    if (declared !== null && declared !== language) continue;
    shown.push(...spoken.flatMap((name) => node.getAttribute(name) ?? []));
    if (node.shadowRoot !== null) shown.push(...shownIn(language, node.shadowRoot));
    shown.push(...shownIn(language, node));
  }
  return shown.map((text) => text.trim()).filter((text) => text !== '');
}

/** The words in what a catalogue's source has between quotation marks. */
export function wordsOf(catalogue: string): Set<string> {
  const code = catalogue.replaceAll(/\/\*.*?\*\//gsu, '');
  const strings = code.matchAll(/'((?:[^'\\\n]|\\.)*)'|`([^`]*)`/gu);
  return new Set([...strings].flatMap(([, plain, template]) => split(plain ?? template ?? '')));
}

/** The texts that hold a word of a set. */
export function withWords(texts: string[], words: ReadonlySet<string>): string[] {
  return texts.filter((text) => split(text).some((word) => words.has(word)));
}

/** A letter alone is a key, the same in every language. */
function split(text: string): string[] {
  return text.match(/\p{L}{2,}/gu) ?? [];
}

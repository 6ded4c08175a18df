/** The attributes by which references and the blocks of notes are marked while a page is worked on. */
export const NOTE_MARK = 'data-carrel-note';
export const NOTE_TEXT_MARK = 'data-carrel-note-text';

/** What a body has for a reference with its words, and for a block of a note. Values are escaped. */
const REFERENCE = /<a([^>]*) data-note="(\d+)"([^>]*)>(.*?)<\/a>/gs;
const NOTE_TEXT = / data-note-text="(\d+)"/g;

/**
 * Numbers the notes of a written body in the order of their first references, from 1. A reference
 * whose note was not written keeps its words, and a note that nothing refers to any more is text.
 */
export function numberNotes(html: string): string {
  if (!html.includes(' data-note')) return html;
  const written = new Set([...html.matchAll(NOTE_TEXT)].map(([, key]) => key));
  const numbers = new Map<string, number>();
  for (const [, , key = ''] of html.matchAll(REFERENCE)) {
    if (written.has(key) && !numbers.has(key)) numbers.set(key, numbers.size + 1);
  }
  return html
    .replace(REFERENCE, (_, before: string, key: string, after: string, words: string) => {
      const number = numbers.get(key);
      if (number === undefined) return words;
      return `<a${before} data-note="${number}"${after}>${words}</a>`;
    })
    .replace(NOTE_TEXT, (_, key: string) => {
      const number = numbers.get(key);
      return number === undefined ? '' : ` data-note-text="${number}"`;
    });
}

/** How many notes a body has. */
export function countNotes(html: string): number {
  let most = 0;
  for (const [, number] of html.matchAll(NOTE_TEXT)) most = Math.max(most, Number(number));
  return most;
}

/** A body whose notes are numbered on from those of what it is joined to. */
export function withNotesAfter(html: string, before: number): string {
  if (before === 0) return html;
  return html.replaceAll(
    / data-note(-text)?="(\d+)"/g,
    (_, text: string | undefined, number: string) =>
      ` data-note${text ?? ''}="${Number(number) + before}"`,
  );
}

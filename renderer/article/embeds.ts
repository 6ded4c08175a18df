/**
 * What stood in a frame (a film, a sound, a post) is a paragraph with a link in the body
 * (`main/engine/extract/embeds.ts`): its words begin with a triangle and end with where it leads.
 */
const sign = '▶ ';

/** Marks these paragraphs, so that they are drawn as cards and not read as text. */
export function markEmbeds(body: Element): void {
  for (const link of body.querySelectorAll('p > a:only-child')) {
    const paragraph = link.parentElement;
    const text = paragraph?.textContent?.trim() ?? '';
    if (text.startsWith(sign) && text === link.textContent?.trim()) {
      paragraph?.classList.add('embed');
    }
  }
}

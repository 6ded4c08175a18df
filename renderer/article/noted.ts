import type { CarrelNote } from './carrel-note.ts';
import { nameNotes, noteLedBackFrom, noteReferredTo, placeNotes } from './notes.ts';
import type { Note, Notes } from './notes.ts';
import { pressesLink } from './press.ts';

/** The notes of the open article: shown beside the text, gone to, and come back from. */
export class Noted {
  private readonly parts: () => { sheet: CarrelNote | null; scroller: Element | null };
  private notes: Notes = new Map();
  /** Where the reader came to a note from, by the note's number. */
  private readonly from = new Map<number, HTMLElement>();

  /** @param parts the sheet that shows notes, and what scrolls. */
  constructor(parts: () => { sheet: CarrelNote | null; scroller: Element | null }) {
    this.parts = parts;
  }

  /** Takes up the notes of a body that was put in anew. */
  place(body: Element): void {
    this.parts().sheet?.close();
    this.from.clear();
    this.notes = placeNotes(body);
  }

  /** Names them in the language in use. */
  name(): void {
    nameNotes(this.notes);
  }

  /** To be called when the text has scrolled. */
  follow(): void {
    this.parts().sheet?.follow();
  }

  /** Takes clicks and keys in the text; the others it leaves alone. */
  readonly onPress = (event: MouseEvent | KeyboardEvent): void => {
    const target = pressesLink(event);
    const { sheet, scroller } = this.parts();
    const note = this.notes.get(noteReferredTo(target));
    const link = target?.closest('a');
    // The right button is for the menu.
    if (event instanceof MouseEvent && event.button === 2) return;
    if (note !== undefined && link && sheet !== null && scroller !== null) {
      event.preventDefault();
      this.from.set(note.number, link);
      void sheet.open(this.notes, note, link, scroller);
      return;
    }
    const left = event.type === 'click' ? this.notes.get(noteLedBackFrom(target)) : undefined;
    if (left !== undefined) this.goBack(left);
  };

  /** Shows a note where it stands, with the keyboard on its way back. */
  goTo(note: Note): void {
    const [first] = note.blocks;
    if (first === undefined) return;
    reveal(first);
    for (const block of note.blocks) {
      block.classList.remove('reached');
      // The style has to be seen without it, for the colour to come again.
      void block.offsetWidth;
      block.classList.add('reached');
    }
    const ways = note.blocks.flatMap((block) => [
      ...block.querySelectorAll<HTMLElement>('.way-back'),
    ]);
    (ways[0] ?? first).focus({ preventScroll: true });
  }

  private goBack(note: Note): void {
    const link = this.from.get(note.number) ?? note.references[0];
    if (link === undefined) return;
    reveal(link);
    link.focus({ preventScroll: true });
  }
}

function reveal(element: Element): void {
  element.scrollIntoView({ block: 'center', inline: 'nearest' });
}

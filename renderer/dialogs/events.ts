/** What a dialog was for is done: it is closed, and the words are said. */
export class DoneEvent extends Event {
  static readonly type = 'done';
  readonly words: string;

  constructor(words: string) {
    super(DoneEvent.type, { bubbles: true, composed: true });
    this.words = words;
  }
}

declare global {
  interface HTMLElementEventMap {
    done: DoneEvent;
  }
}

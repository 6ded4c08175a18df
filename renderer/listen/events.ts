/** What the bar of listening tells the reading view, and the reading view the window. */

/** What can be done with the bar, but for what is set there. */
export type ListenAct = 'toggle' | 'previous' | 'next' | 'back' | 'end';

export class ListenActEvent extends Event {
  static readonly type = 'listen-act';
  readonly act: ListenAct;

  constructor(act: ListenAct) {
    super(ListenActEvent.type);
    this.act = act;
  }
}

/** The open article was read aloud to its end. Bubbles, out of shadow roots too. */
export class ListenOverEvent extends Event {
  static readonly type = 'listen-over';

  constructor() {
    super(ListenOverEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'listen-act': ListenActEvent;
    'listen-over': ListenOverEvent;
  }
}

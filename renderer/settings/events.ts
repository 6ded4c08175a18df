import type { Settings } from '../../contract/types.ts';

/** Settings were changed, and are to be shown and kept. */
export class SettingsChangeEvent extends Event {
  static readonly type = 'settings-change';
  readonly changes: Partial<Settings>;

  constructor(changes: Partial<Settings>) {
    super(SettingsChangeEvent.type, { bubbles: true, composed: true });
    this.changes = changes;
  }
}

declare global {
  interface HTMLElementEventMap {
    'settings-change': SettingsChangeEvent;
  }
}

/** What a key, a button or the menu can ask of the window. */
export type Command =
  | 'next'
  | 'previous'
  | 'open'
  | 'next-unread'
  | 'read-on'
  | 'toggle-read'
  | 'toggle-bookmark'
  | 'search'
  /** All feeds; those of the chosen place. */
  | 'refresh'
  | 'refresh-here'
  | 'cancel-refresh'
  | 'add'
  | 'back'
  | 'undo'
  | 'keys'
  | 'sources'
  | 'open-files'
  | 'open-folder'
  | 'provenance'
  | 'travel'
  | 'library'
  | 'retry-all'
  | 'export-opml'
  | 'mark-all-read'
  | 'new-folder'
  | 'folder-settings'
  | 'remove-folder'
  | 'feed-settings'
  /** The part of a feed's settings where its login is. */
  | 'feed-login'
  | 'unsubscribe';

/**
 * The keys, as they are read from a keyboard event (`key`, a letter with Shift as `Shift+r`) and as
 * the sheet shows them. Without a command are those that only the element with the keyboard takes.
 */
export const keys: readonly {
  command: Command | null;
  keys: string[];
  shown: string[];
  does: string;
}[] = [
  { command: 'next', keys: ['j'], shown: ['J'], does: 'Next article' },
  { command: 'previous', keys: ['k'], shown: ['K'], does: 'Previous article' },
  { command: 'next-unread', keys: ['n'], shown: ['N'], does: 'Next unread article' },
  { command: 'read-on', keys: [' '], shown: ['Space'], does: 'Read on, then the next unread' },
  { command: 'open', keys: ['o', 'Enter'], shown: ['O', 'Enter'], does: 'Open the article' },
  { command: 'back', keys: ['Escape'], shown: ['Esc'], does: 'Back' },
  { command: 'toggle-read', keys: ['m'], shown: ['M'], does: 'Mark read or unread' },
  { command: 'toggle-bookmark', keys: ['s', 'b'], shown: ['S', 'B'], does: 'Bookmark' },
  { command: 'provenance', keys: ['i'], shown: ['I'], does: 'Where the article came from' },
  { command: 'search', keys: ['/'], shown: ['/'], does: 'Search' },
  { command: 'refresh', keys: ['r'], shown: ['R'], does: 'Refresh all feeds' },
  {
    command: 'refresh-here',
    keys: ['Shift+r'],
    shown: ['Shift + R'],
    does: 'Refresh the chosen feed or folder',
  },
  { command: 'add', keys: ['a'], shown: ['A'], does: 'Add a feed or a page' },
  {
    command: null,
    keys: [],
    shown: ['Shift + F10'],
    does: 'Menu of a feed or folder in the sources',
  },
  { command: 'undo', keys: ['z'], shown: ['Z'], does: 'Undo' },
  { command: 'keys', keys: ['?'], shown: ['?'], does: 'Show these keys' },
];

/**
 * The command a key press stands for; `null` where it stands for none, or belongs to what has
 * the keyboard: a field that is typed in, a dialog or menu, a button that the key would press.
 */
export function commandFor(event: KeyboardEvent): Command | null {
  if (event.defaultPrevented || event.isComposing) return null;
  const path = event.composedPath().filter((target) => target instanceof HTMLElement);
  if (path.some((element) => element instanceof HTMLDialogElement || element.popover !== null)) {
    return null;
  }
  const chord = event.ctrlKey || event.metaKey;
  if (chord && !event.altKey && event.key.toLowerCase() === 'f') return 'search';
  if (chord || event.altKey) return null;
  const [target] = path;
  if (target !== undefined && takes(target, event.key)) return null;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return (event.shiftKey ? commandOf(`Shift+${key}`) : null) ?? commandOf(key);
}

function commandOf(key: string): Command | null {
  return keys.find((entry) => entry.keys.includes(key))?.command ?? null;
}

function takes(target: HTMLElement, key: string): boolean {
  if (target.isContentEditable || target.matches('input, textarea, select')) {
    return key !== 'Escape';
  }
  const presses = key === 'Enter' || key === ' ';
  return presses && target.matches('button, a[href], summary, [role="treeitem"]');
}

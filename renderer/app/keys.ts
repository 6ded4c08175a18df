import type { Words } from '../words/en.ts';
import { words } from '../words/language.ts';

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
  /** What is done in the open article, or with it. */
  | 'contents'
  | 'find'
  | 'focus'
  | 'full-screen'
  | 'copy-link'
  | 'copy-text'
  | 'original'
  | 'print'
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

/** A command, the keys for it, and what the sheet of keys says that it does. */
interface KeyEntry {
  /** `null` for a key that only the element with the keyboard takes. */
  command: Command | null;
  /** As they are read from a keyboard event (`key`, a letter with Shift as `Shift+r`). */
  keys: readonly string[];
  does: keyof Words['keys']['does'];
}

const entries: readonly KeyEntry[] = [
  { command: 'next', keys: ['j'], does: 'next' },
  { command: 'previous', keys: ['k'], does: 'previous' },
  { command: 'next-unread', keys: ['n'], does: 'nextUnread' },
  { command: 'read-on', keys: [' '], does: 'readOn' },
  { command: 'open', keys: ['o', 'Enter'], does: 'open' },
  { command: 'back', keys: ['Escape'], does: 'back' },
  { command: 'toggle-read', keys: ['m'], does: 'toggleRead' },
  { command: 'toggle-bookmark', keys: ['s', 'b'], does: 'toggleBookmark' },
  { command: 'provenance', keys: ['i'], does: 'provenance' },
  { command: 'contents', keys: ['c'], does: 'contents' },
  { command: 'focus', keys: ['f'], does: 'focus' },
  { command: 'find', keys: ['Ctrl+f'], does: 'find' },
  { command: 'print', keys: ['Ctrl+p'], does: 'print' },
  { command: 'search', keys: ['/'], does: 'search' },
  { command: 'refresh', keys: ['r'], does: 'refresh' },
  { command: 'refresh-here', keys: ['Shift+r'], does: 'refreshHere' },
  { command: 'add', keys: ['a'], does: 'add' },
  { command: null, keys: ['Shift+F10'], does: 'placeMenu' },
  { command: 'undo', keys: ['z'], does: 'undo' },
  { command: 'keys', keys: ['?'], does: 'keys' },
];

/** Where the key for commands is another one. */
const isMac = navigator.platform.startsWith('Mac');

/** The keys as the sheet shows them: what is printed on them, and what they do. */
export function keysShown(): { command: Command | null; shown: string[]; does: string }[] {
  const { does } = words().keys;
  return entries.map((entry) => ({
    command: entry.command,
    shown: entry.keys.map(printed),
    does: does[entry.does],
  }));
}

function printed(key: string): string {
  const { space, enter, escape, withShift, withControl } = words().keys;
  if (key.startsWith('Ctrl+')) {
    const letter = printed(key.slice('Ctrl+'.length));
    return isMac ? `⌘ ${letter}` : withControl(letter);
  }
  const held = key.startsWith('Shift+') ? key.slice('Shift+'.length) : null;
  if (held !== null) return withShift(printed(held));
  const named: Record<string, string> = { ' ': space, Enter: enter, Escape: escape };
  return named[key] ?? key.toUpperCase();
}

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
  const letter = event.key.toLowerCase();
  if (chord && !event.altKey && !event.shiftKey && letter === 'p') return 'print';
  if (chord && !event.altKey && letter === 'f') {
    // In the article it finds there; elsewhere it is the search, which finds in all of them.
    return path.some(({ localName }) => localName === 'carrel-article') ? 'find' : 'search';
  }
  if (chord || event.altKey) return null;
  const [target] = path;
  if (target !== undefined && takes(target, event.key)) return null;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return (event.shiftKey ? commandOf(`Shift+${key}`) : null) ?? commandOf(key);
}

function commandOf(key: string): Command | null {
  return entries.find((entry) => entry.keys.includes(key))?.command ?? null;
}

function takes(target: HTMLElement, key: string): boolean {
  if (target.isContentEditable || target.matches('input, textarea, select')) {
    return key !== 'Escape';
  }
  const presses = key === 'Enter' || key === ' ';
  return presses && target.matches('button, a[href], summary, [role="treeitem"]');
}

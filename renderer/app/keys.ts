import type { Words } from '../words/en.ts';
import { words } from '../words/language.ts';
import { acts } from './single-keys.ts';

/** What a key, a button or the menu can ask of the window. */
export type Command =
  | 'next'
  | 'previous'
  | 'open'
  | 'next-unread'
  | 'read-on'
  | 'toggle-read'
  | 'toggle-bookmark'
  | 'delete'
  | 'open-original'
  | 'search'
  /** All feeds; those of the chosen place. */
  | 'refresh'
  | 'refresh-here'
  | 'cancel-refresh'
  | 'add'
  | 'back'
  | 'undo'
  | 'keys'
  | 'palette'
  | 'sources'
  | 'settings'
  | 'open-files'
  | 'open-folder'
  | 'provenance'
  /** What is done in the open article, or with it. */
  | 'contents'
  | 'find'
  | 'listen'
  | 'focus'
  | 'full-screen'
  | 'copy-link'
  | 'copy-text'
  | 'gallery'
  | 'print'
  /** Of what is selected, or else of the current article. */
  | 'export'
  | 'travel'
  | 'library'
  | 'retry-all'
  | 'export-opml'
  | 'mark-all-read'
  | 'new-folder'
  | 'remove-folder'
  /** Those of a feed, or a folder's title and place. */
  | 'place-settings'
  /** The part of a feed's settings where its login is. */
  | 'feed-login'
  | 'unsubscribe';

/** A command, the keys for it, and what the sheet of keys says that it does. */
interface KeyEntry {
  /** `null` for a key that only the element with the keyboard takes. */
  command: Command | null;
  /**
   * As they are read from a keyboard event (`key`, a letter with Shift as `Shift+r`); `Mod+` is the
   * key that the platform's own commands are given with.
   */
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
  { command: 'toggle-bookmark', keys: ['b', 's'], does: 'toggleBookmark' },
  { command: 'delete', keys: ['Delete', 'Backspace'], does: 'delete' },
  { command: 'export', keys: ['e'], does: 'export' },
  { command: null, keys: ['Shift+ArrowUp', 'Shift+ArrowDown'], does: 'select' },
  { command: null, keys: ['Mod+a'], does: 'selectAll' },
  { command: 'undo', keys: ['z', 'Mod+z'], does: 'undo' },
  { command: 'provenance', keys: ['i'], does: 'provenance' },
  { command: 'open-original', keys: ['v'], does: 'openOriginal' },
  { command: 'copy-link', keys: ['y'], does: 'copyLink' },
  { command: 'copy-text', keys: ['Shift+y'], does: 'copyText' },
  { command: 'gallery', keys: ['g'], does: 'gallery' },
  { command: 'contents', keys: ['c'], does: 'contents' },
  { command: 'listen', keys: ['l'], does: 'listen' },
  { command: 'focus', keys: ['f'], does: 'focus' },
  { command: 'full-screen', keys: ['Shift+f'], does: 'fullScreen' },
  { command: 'find', keys: ['Mod+f'], does: 'find' },
  { command: 'print', keys: ['Mod+p'], does: 'print' },
  // With Ctrl only where the article does not have the keyboard: there it finds in the article.
  { command: 'search', keys: ['/', 'Mod+f'], does: 'search' },
  { command: 'sources', keys: ['p'], does: 'sources' },
  { command: 'refresh', keys: ['r'], does: 'refresh' },
  { command: 'refresh-here', keys: ['Shift+r'], does: 'refreshHere' },
  { command: 'mark-all-read', keys: ['Shift+a'], does: 'markAllRead' },
  { command: 'place-settings', keys: ['F2'], does: 'placeSettings' },
  { command: 'unsubscribe', keys: ['Shift+u'], does: 'unsubscribe' },
  { command: null, keys: ['Shift+F10'], does: 'placeMenu' },
  { command: 'add', keys: ['a'], does: 'add' },
  { command: 'new-folder', keys: ['Shift+n'], does: 'newFolder' },
  { command: 'open-files', keys: ['Mod+o'], does: 'openFiles' },
  { command: 'open-folder', keys: ['Mod+Shift+o'], does: 'openFolder' },
  { command: 'travel', keys: ['Shift+t'], does: 'travel' },
  { command: 'library', keys: ['Shift+l'], does: 'library' },
  { command: 'export-opml', keys: ['Shift+o'], does: 'exportOpml' },
  { command: 'settings', keys: ['Mod+,'], does: 'settings' },
  { command: 'palette', keys: ['Mod+k'], does: 'palette' },
  { command: 'keys', keys: ['?', 'Mod+/'], does: 'keys' },
];

/** The keys that act now, as the sheet shows them: what is printed on them, and what they do. */
export function keysShown(): { command: Command | null; shown: string[]; does: string }[] {
  const { does } = words().keys;
  return entries
    .map((entry) => ({
      command: entry.command,
      shown: entry.keys.filter(acts).map(printed),
      does: does[entry.does],
    }))
    .filter(({ shown }) => shown.length > 0);
}

/** All that has a key, whether it acts now or not, and what it does in words. */
export function commandsWithKeys(): { command: Command; does: string }[] {
  const { does } = words().keys;
  return entries.flatMap((entry) =>
    entry.command === null ? [] : [{ command: entry.command, does: does[entry.does] }],
  );
}

/** The first key that does a command now, as it is printed on a keyboard; `null` for none. */
export function keyOf(command: Command): string | null {
  const key = keyFor(command);
  return key === undefined ? null : printed(key);
}

/** The same as `aria-keyshortcuts` has it (WAI-ARIA 1.2), whatever the language. */
export function shortcutOf(command: Command): string | null {
  const key = keyFor(command);
  if (key === undefined) return null;
  return key.replace('Mod+', isMac ? 'Meta+' : 'Control+').replace(/ $/u, 'Space');
}

/** What a button does, with the key that does it too: `Refresh (R)`. */
export function withKeyOf(name: string, command: Command): string {
  const key = keyOf(command);
  return key === null ? name : words().keys.nameAndKey(name, key);
}

/** The same for a key that only one part of the window takes, such as the gallery. */
export function withPlainKey(name: string, key: string): string {
  return acts(key) ? words().keys.nameAndKey(name, printed(key)) : name;
}

function keyFor(command: Command): string | undefined {
  return entries.find((entry) => entry.command === command)?.keys.find(acts);
}

/** On a Mac, the platform's own commands are given with the key ⌘. */
const isMac = navigator.platform.startsWith('Mac');

function printed(key: string): string {
  const { space, enter, escape, remove, backspace, control, withKey, withShift } = words().keys;
  if (key.startsWith('Mod+')) {
    const rest = printed(key.slice('Mod+'.length));
    return isMac ? `⌘ ${rest}` : withKey(control, rest);
  }
  if (key.startsWith('Shift+')) return withShift(printed(key.slice('Shift+'.length)));
  const named: Record<string, string> = {
    ' ': space,
    Enter: enter,
    Escape: escape,
    Delete: remove,
    Backspace: backspace,
    ArrowUp: '↑',
    ArrowDown: '↓',
  };
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
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (chord && !event.altKey && key === 'f') {
    // In the article it finds there; elsewhere it is the search, which finds in all of them.
    return path.some(({ localName }) => localName === 'carrel-article') ? 'find' : 'search';
  }
  if (event.altKey) return null;
  const [target] = path;
  if (target !== undefined && takes(target, event.key, chord)) return null;
  const held = chord ? 'Mod+' : '';
  const withShift = event.shiftKey ? commandOf(`${held}Shift+${key}`) : null;
  // Some keyboards need Shift for a sign that others have alone; Ctrl with a capital is another key.
  const isOther = chord && event.shiftKey && /\p{L}/u.test(key);
  return withShift ?? (isOther ? null : commandOf(`${held}${key}`));
}

function commandOf(key: string): Command | null {
  if (!acts(key)) return null;
  return entries.find((entry) => entry.keys.includes(key))?.command ?? null;
}

function takes(target: HTMLElement, key: string, chord: boolean): boolean {
  if (target.isContentEditable || target.matches('input, textarea, select')) {
    return chord ? key === 'z' : key !== 'Escape';
  }
  if (chord) return false;
  const presses = key === 'Enter' || key === ' ';
  return presses && target.matches('button, a[href], summary, [role="treeitem"]');
}

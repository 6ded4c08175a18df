import type { MenuItemConstructorOptions } from 'electron';
import type { MenuWords } from './menu-words.ts';

/** What the menu depends on besides its language. */
export interface MenuFor {
  isMac: boolean;
  /** A Carrel that was installed has nothing for its developers. */
  isPackaged: boolean;
}

/**
 * The menu each platform's users expect, made of Electron's own entries, each with a name: theirs
 * are English. What Carrel itself can do (add, import, export) is in the window, the same behind
 * both doors.
 */
export function menuTemplate(
  words: MenuWords,
  { isMac, isPackaged }: MenuFor,
): MenuItemConstructorOptions[] {
  const quit: MenuItemConstructorOptions = { role: 'quit', label: words.quit };
  const close: MenuItemConstructorOptions = { role: 'close', label: words.close };
  const about: MenuItemConstructorOptions = { role: 'about', label: words.about };
  const menus: MenuItemConstructorOptions[] = [
    { role: 'fileMenu', label: words.file, submenu: [isMac ? close : quit] },
    { role: 'editMenu', label: words.edit, submenu: editing(words, isMac) },
    { label: words.view, submenu: viewing(words, isPackaged) },
    { role: 'windowMenu', label: words.window, submenu: windows(words, isMac ? null : close) },
  ];
  // On a Mac, "About" is in the application's own menu, which has the application's name.
  if (isMac) return [{ role: 'appMenu', submenu: application(words, about, quit) }, ...menus];
  return [...menus, { role: 'help', label: words.help, submenu: [about] }];
}

function application(
  words: MenuWords,
  about: MenuItemConstructorOptions,
  quit: MenuItemConstructorOptions,
): MenuItemConstructorOptions[] {
  return [
    about,
    { type: 'separator' },
    { role: 'services', label: words.services },
    { type: 'separator' },
    { role: 'hide', label: words.hide },
    { role: 'hideOthers', label: words.hideOthers },
    { role: 'unhide', label: words.showAll },
    { type: 'separator' },
    quit,
  ];
}

function editing(words: MenuWords, isMac: boolean): MenuItemConstructorOptions[] {
  const ofMac: MenuItemConstructorOptions[] = [
    { role: 'pasteAndMatchStyle', label: words.pasteAsText },
  ];
  const speech: MenuItemConstructorOptions[] = [
    { type: 'separator' },
    {
      label: words.speech,
      submenu: [
        { role: 'startSpeaking', label: words.startSpeaking },
        { role: 'stopSpeaking', label: words.stopSpeaking },
      ],
    },
  ];
  return [
    { role: 'undo', label: words.undo },
    { role: 'redo', label: words.redo },
    { type: 'separator' },
    { role: 'cut', label: words.cut },
    { role: 'copy', label: words.copy },
    { role: 'paste', label: words.paste },
    ...(isMac ? ofMac : []),
    { role: 'delete', label: words.delete },
    { type: 'separator' },
    { role: 'selectAll', label: words.selectAll },
    ...(isMac ? speech : []),
  ];
}

function viewing(words: MenuWords, isPackaged: boolean): MenuItemConstructorOptions[] {
  const ofDevelopers: MenuItemConstructorOptions[] = [
    { type: 'separator' },
    { role: 'reload', label: words.reload },
    { role: 'toggleDevTools', label: words.developerTools },
  ];
  return [
    { role: 'resetZoom', label: words.actualSize },
    { role: 'zoomIn', label: words.zoomIn },
    { role: 'zoomOut', label: words.zoomOut },
    { type: 'separator' },
    { role: 'togglefullscreen', label: words.fullScreen },
    ...(isPackaged ? [] : ofDevelopers),
  ];
}

function windows(
  words: MenuWords,
  close: MenuItemConstructorOptions | null,
): MenuItemConstructorOptions[] {
  const minimize: MenuItemConstructorOptions = { role: 'minimize', label: words.minimize };
  const zoom: MenuItemConstructorOptions = { role: 'zoom', label: words.zoom };
  if (close !== null) return [minimize, zoom, close];
  return [minimize, zoom, { type: 'separator' }, { role: 'front', label: words.bringToFront }];
}

import { app, Menu, type MenuItemConstructorOptions } from 'electron';

/**
 * The menu each platform's users expect, made of Electron's own entries. What Carrel itself can
 * do (add, import, export) is in the window, the same behind both doors.
 */
export function setMenu(): void {
  app.setAboutPanelOptions({
    applicationName: 'Carrel',
    applicationVersion: app.getVersion(),
    copyright: 'An offline news reader. MIT licence.',
  });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template()));
}

function template(): MenuItemConstructorOptions[] {
  const isMac = process.platform === 'darwin';
  const view: MenuItemConstructorOptions[] = [
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { type: 'separator' },
    { role: 'togglefullscreen' },
  ];
  if (!app.isPackaged) {
    view.push({ type: 'separator' }, { role: 'reload' }, { role: 'toggleDevTools' });
  }
  const menu: MenuItemConstructorOptions[] = [
    { role: 'fileMenu' },
    { role: 'editMenu' },
    { label: '&View', submenu: view },
    { role: 'windowMenu' },
  ];
  // On a Mac, "About" is in the application's own menu.
  if (isMac) return [{ role: 'appMenu' }, ...menu];
  return [...menu, { role: 'help', submenu: [{ role: 'about' }] }];
}

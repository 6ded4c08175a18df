import { report } from './report.ts';

/** The stand-in's desktop: one display, a light theme; what would be shown is reported. */

export const dialog = {
  /** As if the reader chose the folder that the environment names, or none. */
  showOpenDialog(): Promise<{ canceled: boolean; filePaths: string[] }> {
    const folder = process.env['CARREL_STAND_IN_FOLDER'];
    return Promise.resolve({
      canceled: folder === undefined,
      filePaths: folder === undefined ? [] : [folder],
    });
  },
  showErrorBox(title: string, content: string): void {
    report({ kind: 'error-box', title, content });
  },
};

export const shell = {
  openExternal(url: string): Promise<void> {
    report({ kind: 'open-external', url });
    return Promise.resolve();
  },
  openPath(path: string): Promise<string> {
    report({ kind: 'open-path', path });
    return Promise.resolve('');
  },
};

export const Menu = {
  buildFromTemplate: (template: object[]): object[] => template,
  setApplicationMenu(menu: { label?: string }[]): void {
    report({ kind: 'menu', labels: menu.map(({ label }) => label ?? '') });
  },
};

export const nativeTheme = { shouldUseDarkColors: false };

export const screen = {
  getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }],
};

import { app, Menu } from 'electron';
import { isLanguage, preferredLanguage } from '../../contract/languages.ts';
import type { Settings } from '../../contract/types.ts';
import { menuTemplate } from './menu-template.ts';
import { menuWords } from './menu-words.ts';

/** Sets the desktop's menu in the language of a setting. */
export function setMenu(setting: Settings['language']): void {
  const language =
    setting === 'system' ? preferredLanguage(app.getPreferredSystemLanguages()) : setting;
  const words = menuWords[language];
  app.setAboutPanelOptions({
    applicationName: 'Carrel',
    applicationVersion: app.getVersion(),
    copyright: words.whatItIs,
  });
  const isMac = process.platform === 'darwin';
  const template = menuTemplate(words, { isMac, isPackaged: app.isPackaged });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

/** The language in the settings that the engine answered with; `system` where there is none. */
export function languageIn(settings: unknown): Settings['language'] {
  if (typeof settings !== 'object' || settings === null || !('language' in settings)) {
    return 'system';
  }
  return isLanguage(settings.language) ? settings.language : 'system';
}

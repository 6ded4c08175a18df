import { describe, expect, test } from 'vitest';
import type { MenuItemConstructorOptions } from 'electron';
import { LANGUAGES, preferredLanguage } from '../../contract/languages.ts';
import { menuTemplate } from '../../main/electron/menu-template.ts';
import { menuWords } from '../../main/electron/menu-words.ts';

const systems = [
  { isMac: true, isPackaged: true },
  { isMac: true, isPackaged: false },
  { isMac: false, isPackaged: true },
  { isMac: false, isPackaged: false },
];

/** All entries, those of menus within menus too. */
function entriesOf(template: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return template.flatMap((entry) => [
    entry,
    ...(Array.isArray(entry.submenu) ? entriesOf(entry.submenu) : []),
  ]);
}

describe.each(systems)('the desktop’s menu, Mac: $isMac, installed: $isPackaged', (system) => {
  test.each(LANGUAGES)('leaves no entry to Electron’s own English words, in %s', (language) => {
    const entries = entriesOf(menuTemplate(menuWords[language], system));
    const unnamed = entries.filter(
      ({ label, type, role }) => label === undefined && type !== 'separator' && role !== 'appMenu',
    );
    expect(unnamed).toEqual([]);
  });

  test('opens every menu by another letter', () => {
    for (const language of LANGUAGES) {
      const { file, edit, view, window, help } = menuWords[language];
      const letters = [file, edit, view, window, help].map((name) => /&(.)/u.exec(name)?.[1]);
      expect([language, new Set(letters).size]).toEqual([language, 5]);
      expect(letters).not.toContain(undefined);
    }
  });

  test('has the developers’ entries only where it was not installed', () => {
    const entries = entriesOf(menuTemplate(menuWords.en, system));
    const roles = new Set(entries.map(({ role }) => role));
    expect(roles.has('toggleDevTools')).toBe(!system.isPackaged);
    expect(roles.has('quit')).toBe(true);
  });
});

test('the reader’s first language that Carrel speaks is taken, whatever its region', () => {
  expect(preferredLanguage(['fr-FR', 'de-AT', 'en-GB'])).toBe('de');
  expect(preferredLanguage(['EN-us'])).toBe('en');
  expect(preferredLanguage(['tlh'])).toBe('en');
  expect(preferredLanguage([])).toBe('en');
});

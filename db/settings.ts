import { isLanguage } from '../contract/languages.ts';
import type { Family, Settings, Theme } from '../contract/types.ts';
import type { Db } from './open.ts';
import { prepared } from './statement.ts';
import { transact } from './transact.ts';

const DEFAULTS: Settings = {
  theme: 'system',
  textSizePx: 19,
  measureCh: 66,
  density: 'comfortable',
  family: 'serif',
  leadingPercent: 100,
  justified: false,
  vertical: false,
  onMetered: 'fetch',
  picturesMostMb: null,
  pictureFiles: 'screen',
  sourcesWidthRem: 17,
  listWidthRem: 24,
  singleKeys: true,
  language: 'system',
  speechPercent: 100,
  speechVoices: {},
  listenOn: true,
};
/** What the settings are kept under. */
export const SETTING_KEYS = Object.keys(DEFAULTS);
const THEMES: Theme[] = ['system', 'light', 'sepia', 'dark', 'black'];
const FAMILIES: Family[] = ['serif', 'sans', 'legible'];

/** The settings; what was never set, or cannot be read, is as in a new library. */
export function readSettings(db: Db): Settings {
  const theme = readValue(db, 'theme');
  const textSizePx = readValue(db, 'textSizePx');
  const measureCh = readValue(db, 'measureCh');
  const family = readValue(db, 'family');
  const leadingPercent = readValue(db, 'leadingPercent');
  const picturesMostMb = readValue(db, 'picturesMostMb');
  const sourcesWidthRem = readValue(db, 'sourcesWidthRem');
  const listWidthRem = readValue(db, 'listWidthRem');
  const language = readValue(db, 'language');
  const speechPercent = readValue(db, 'speechPercent');
  return {
    theme: THEMES.find((known) => known === theme) ?? DEFAULTS.theme,
    textSizePx: typeof textSizePx === 'number' ? textSizePx : DEFAULTS.textSizePx,
    measureCh: typeof measureCh === 'number' ? measureCh : DEFAULTS.measureCh,
    density: readValue(db, 'density') === 'compact' ? 'compact' : DEFAULTS.density,
    family: FAMILIES.find((known) => known === family) ?? DEFAULTS.family,
    leadingPercent: typeof leadingPercent === 'number' ? leadingPercent : DEFAULTS.leadingPercent,
    justified: readValue(db, 'justified') === true,
    vertical: readValue(db, 'vertical') === true,
    onMetered: readValue(db, 'onMetered') === 'wait' ? 'wait' : DEFAULTS.onMetered,
    picturesMostMb: typeof picturesMostMb === 'number' ? picturesMostMb : DEFAULTS.picturesMostMb,
    pictureFiles: readValue(db, 'pictureFiles') === 'original' ? 'original' : DEFAULTS.pictureFiles,
    sourcesWidthRem:
      typeof sourcesWidthRem === 'number' ? sourcesWidthRem : DEFAULTS.sourcesWidthRem,
    listWidthRem: typeof listWidthRem === 'number' ? listWidthRem : DEFAULTS.listWidthRem,
    singleKeys: readValue(db, 'singleKeys') !== false,
    language: isLanguage(language) ? language : DEFAULTS.language,
    speechPercent: typeof speechPercent === 'number' ? speechPercent : DEFAULTS.speechPercent,
    speechVoices: stringsOf(readValue(db, 'speechVoices')),
    listenOn: readValue(db, 'listenOn') !== false,
  };
}

/** Changes the settings named, all or none; returns all. */
export function saveSettings(db: Db, changes: Partial<Settings>): Settings {
  transact(db, () => {
    for (const [key, value] of Object.entries(changes)) writeValue(db, key, value);
  });
  return readSettings(db);
}

/** A value kept under a key; `undefined` where there is none or it cannot be read. */
export function readValue(db: Db, key: string): unknown {
  const row = prepared<{ value: string }>(db, 'SELECT value FROM settings WHERE key = ?').get(key);
  if (row === undefined) return undefined;
  try {
    return JSON.parse(row.value);
  } catch {
    return undefined;
  }
}

/** Keeps a value, anything JSON can say, under a key. */
export function writeValue(db: Db, key: string, value: unknown): void {
  prepared(
    db,
    'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  ).run(key, JSON.stringify(value));
}

/** The entries of a record that are strings; none where it is no record. */
function stringsOf(value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  return Object.fromEntries(
    Object.entries(value).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );
}

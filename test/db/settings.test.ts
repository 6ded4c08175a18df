import { expect, test } from 'vitest';
import { readSettings, readValue, saveSettings, writeValue } from '../../db/settings.ts';
import { newLibrary } from './library.ts';

test('reads what cannot be read as in a new library', () => {
  const db = newLibrary();
  db.exec(
    `INSERT INTO settings VALUES ('theme', '"pink"'), ('textSizePx', '{'), ('measureCh', '"6"'),
       ('onMetered', '7'), ('family', '"Comic Sans"'), ('leadingPercent', 'true'),
       ('justified', '1'), ('vertical', '"true"'), ('pictureFiles', '"all"'), ('language', '"tlh"'),
       ('density', '"dense"'), ('sourcesWidthRem', '"wide"'), ('listWidthRem', 'null'),
       ('singleKeys', '0'), ('speechPercent', '"fast"'), ('speechVoices', '{"de":7,"en":"Ada"}'),
       ('listenOn', '0')`,
  );
  expect(readSettings(db)).toEqual({
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
    speechVoices: { en: 'Ada' },
    listenOn: true,
  });
});

test('changes the settings named and leaves the others', () => {
  const db = newLibrary();
  expect(saveSettings(db, { theme: 'sepia' })).toEqual({
    theme: 'sepia',
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
  });
  expect(saveSettings(db, { onMetered: 'wait', textSizePx: 24, measureCh: 70 })).toEqual({
    theme: 'sepia',
    textSizePx: 24,
    measureCh: 70,
    density: 'comfortable',
    family: 'serif',
    leadingPercent: 100,
    justified: false,
    vertical: false,
    onMetered: 'wait',
    picturesMostMb: null,
    pictureFiles: 'screen',
    sourcesWidthRem: 17,
    listWidthRem: 24,
    singleKeys: true,
    language: 'system',
    speechPercent: 100,
    speechVoices: {},
    listenOn: true,
  });
  expect(readSettings(db).textSizePx).toBe(24);
  expect(saveSettings(db, { pictureFiles: 'original' }).pictureFiles).toBe('original');
  expect(saveSettings(db, { density: 'compact' }).density).toBe('compact');
  expect(saveSettings(db, { family: 'legible' }).family).toBe('legible');
  expect(saveSettings(db, { leadingPercent: 120 }).leadingPercent).toBe(120);
  expect(saveSettings(db, { justified: true }).justified).toBe(true);
  expect(saveSettings(db, { vertical: true }).vertical).toBe(true);
  expect(saveSettings(db, { theme: 'black' }).theme).toBe('black');
  expect(saveSettings(db, { sourcesWidthRem: 20 }).sourcesWidthRem).toBe(20);
  expect(saveSettings(db, { listWidthRem: 30.5 }).listWidthRem).toBe(30.5);
  expect(saveSettings(db, { singleKeys: false }).singleKeys).toBe(false);
  expect(saveSettings(db, { language: 'de' }).language).toBe('de');
  expect(saveSettings(db, { speechPercent: 175 }).speechPercent).toBe(175);
  expect(saveSettings(db, { speechVoices: { de: 'Anna' } }).speechVoices).toEqual({ de: 'Anna' });
  expect(saveSettings(db, { listenOn: false }).listenOn).toBe(false);
});

test('keeps values of the engine’s own', () => {
  const db = newLibrary();
  expect(readValue(db, 'port')).toBeUndefined();
  writeValue(db, 'port', 1234);
  writeValue(db, 'port', { number: 1235 });
  expect(readValue(db, 'port')).toEqual({ number: 1235 });
});

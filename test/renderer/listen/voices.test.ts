import { describe, expect, test } from 'vitest';
import { languageOf, voiceFor, voicesFor } from '../../../renderer/listen/voices.ts';
import { voice } from './fake-speech.ts';

const google = voice('Google Deutsch', 'de-DE', { localService: false, default: true });
const anna = voice('Anna', 'de-DE');
const voices = [
  google,
  voice('Resi', 'de_AT'),
  anna,
  voice('Ting', 'zh-CN'),
  voice('Mei', 'zh-TW'),
  voice('Nora', 'nb-NO'),
];
const named = (tag: string): string[] => voicesFor(voices, tag).map(({ name }) => name);

describe('the voice for a language', () => {
  test('is never one of the network, though it were the only one', () => {
    expect(named('de')).not.toContain('Google Deutsch');
    expect(voiceFor([google], 'de', {})).toBeNull();
    expect(voiceFor([google], 'de', { de: google.voiceURI })).toBeNull();
  });

  test.each([
    ['de', ['Anna', 'Resi']],
    ['de-AT', ['Resi', 'Anna']],
    ['zh-Hant', ['Mei', 'Ting']],
    ['zh-HK', ['Mei', 'Ting']],
    ['zh', ['Ting', 'Mei']],
    ['nn', ['Nora']],
    ['no', ['Nora']],
    ['ar', []],
    ['no language', []],
  ])('of %s: %j, the one that suits best first', (tag, found) => {
    expect(named(tag)).toEqual(found);
  });

  test('is the one that the reader chose, as long as there is it', () => {
    expect(voiceFor(voices, 'de-AT', { de: anna.voiceURI })?.name).toBe('Anna');
    expect(voiceFor(voices, 'de-AT', { de: 'fake:gone' })?.name).toBe('Resi');
    expect(voiceFor(voices, 'de-AT', { zh: 'fake:Ting' })?.name).toBe('Resi');
  });
});

test('a system’s own way to write a tag is read', () => {
  expect(languageOf('en_GB')).toBe('en');
  expect(languageOf('nb')).toBe(languageOf('nn-NO'));
});

import { beforeEach, afterEach, describe, expect, test, vi } from 'vitest';
import { Listening } from '../../../renderer/listen/listening.ts';
import type { Passage } from '../../../renderer/listen/listening.ts';
import { systemSpeech } from '../../../renderer/listen/speaker.ts';
import { installFakeSpeech, voice } from './fake-speech.ts';
import type { FakeSpeech } from './fake-speech.ts';

const passage = (text: string, language: string | null = null, isNotice = false): Passage => ({
  text,
  language,
  isNotice,
});

const english = voice('Ada', 'en-GB');
const german = voice('Anna', 'de-DE');

let speech: FakeSpeech;
let listening: Listening;
let overs: number;

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'setInterval', 'clearTimeout', 'clearInterval', 'performance'],
  });
  begin([english, german]);
});
afterEach(() => {
  listening.stop();
  vi.useRealTimers();
});

function begin(voices: FakeSpeech['voices']): void {
  installFakeSpeech(voices);
  speech = window.fakeSpeech;
  overs = 0;
  listening = new Listening(systemSpeech(), {
    changed: () => undefined,
    moved: () => undefined,
    over: () => {
      overs += 1;
    },
  });
}

const said = (): string[] => speech.said.map(({ text }) => text);
const sayers = (): (string | undefined)[] => speech.said.map(({ voice: by }) => by?.name);
/** Until what was cancelled is gone, and what follows is said. */
const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(100);

const nothing = (): void => undefined;

const three = [passage('One. And more.'), passage('Two.'), passage('Three.')];

describe('without a voice', () => {
  test('none at all: waits a moment for it, then says so and stays silent', async () => {
    begin([]);
    listening.start(three, 0, 'en');
    expect(listening.state).toBe('waiting');
    await vi.advanceTimersByTimeAsync(3000);
    expect(listening.state).toBe('no-voice');
    listening.toggle();
    listening.step(1);
    expect(listening.state).toBe('no-voice');
    expect(said()).toEqual([]);
  });

  test('only ones of the network: says so at once, and sends them nothing', () => {
    begin([voice('Google English', 'en-GB', { localService: false, default: true })]);
    listening.start(three, 0, 'en');
    expect(listening.state).toBe('no-voice');
    expect(said()).toEqual([]);
  });

  test('only ones of other languages: reads nothing by them', () => {
    listening.start(three, 0, 'ar');
    expect(listening.state).toBe('no-voice');
    expect(said()).toEqual([]);
  });

  test('in a browser that cannot speak', () => {
    const silent = new Listening(null, { changed: nothing, moved: nothing, over: nothing });
    silent.start(three, 0, 'en');
    expect(silent.state).toBe('no-voice');
  });

  test('voices that come late are taken', async () => {
    begin([]);
    listening.start(three, 0, 'en');
    speech.giveVoices([voice('Google', 'en', { localService: false })]);
    expect(listening.state).toBe('waiting');
    speech.giveVoices([english]);
    expect(listening.state).toBe('speaking');
    expect(said()).toEqual(['One.']);
  });

  test('those that come too late say nothing before they are asked', async () => {
    begin([]);
    listening.start(three, 0, 'en');
    await vi.advanceTimersByTimeAsync(3000);
    speech.giveVoices([english]);
    expect(listening.state).toBe('paused');
    expect(said()).toEqual([]);
    listening.toggle();
    expect(said()).toEqual(['One.']);
  });

  test('a voice that goes away while it is read by is missed at the next sentence', () => {
    listening.start(three, 0, 'en');
    speech.giveVoices([german]);
    speech.end();
    expect(listening.state).toBe('no-voice');
    expect(said()).toEqual(['One.']);
  });
});

describe('a voice that fails', () => {
  test.each([
    ['synthesis-failed', 'voice'],
    ['audio-busy', 'sound'],
    ['not-allowed', 'not-allowed'],
    ['network', 'voice'],
  ] as const)('with %s ends listening where it was, and goes on there', (error, fault) => {
    listening.start(three, 0, 'en');
    speech.end();
    speech.fail(error);
    expect([listening.state, listening.fault]).toEqual(['failed', fault]);
    expect([listening.at, listening.piece?.start]).toEqual([0, 5]);
    listening.toggle();
    expect(listening.state).toBe('speaking');
    expect(listening.fault).toBeNull();
    expect(said()).toEqual(['One.', 'And more.', 'And more.']);
  });

  test.each(['interrupted', 'canceled'] as const)('is none that was %s by others', (error) => {
    listening.start(three, 0, 'en');
    speech.fail(error);
    expect(listening.state).toBe('paused');
  });

  test('without telling that it ended is gone on from', async () => {
    listening.start(three, 0, 'en');
    await settle();
    speech.loseEnd();
    await vi.advanceTimersByTimeAsync(2000);
    expect(said()).toEqual(['One.', 'And more.']);
    expect(listening.state).toBe('speaking');
  });

  test('by speaking for ever, or never beginning, is given up', async () => {
    listening.start(three, 0, 'en');
    await vi.advanceTimersByTimeAsync(20_000);
    expect(listening.state).toBe('failed');
    expect(speech.speaking).toBe(false);
  });

  test('but one that goes on telling words is not', async () => {
    listening.start(three, 0, 'en');
    for (let turn = 0; turn < 10; turn += 1) {
      await vi.advanceTimersByTimeAsync(10_000);
      speech.word(0, 3);
    }
    expect(listening.state).toBe('speaking');
  });
});

describe('an article is read', () => {
  test('sentence after sentence, passage after passage, to its end', () => {
    listening.start(three, 0, 'en');
    for (let turn = 0; turn < 4; turn += 1) speech.end();
    expect(said()).toEqual(['One.', 'And more.', 'Two.', 'Three.']);
    expect(listening.state).toBe('over');
    expect(overs).toBe(1);
  });

  test('from the passage and the sentence where the reader is', () => {
    listening.start(three, 0, 'en', 7);
    expect(said()).toEqual(['And more.']);
  });

  test('a long paragraph in sentences that every voice takes', () => {
    const long = passage('The pilots of this coast are a small guild. '.repeat(12));
    listening.start([long], 0, 'en');
    while (listening.state === 'speaking') speech.end();
    expect(said()).toHaveLength(12);
  });

  test('each passage by a voice of its own language, where there is one', () => {
    const mixed = [
      passage('One.'),
      passage('Zwei.', 'de'),
      passage('Trois.', 'fr'),
      passage('أربعة.', 'ar'),
    ];
    listening.start(mixed, 0, 'en');
    for (let turn = 0; turn < 4; turn += 1) speech.end();
    expect(sayers()).toEqual(['Ada', 'Anna', 'Ada', 'Ada']);
    expect(listening.state).toBe('over');
  });

  test('Arabic by an Arabic voice', () => {
    begin([english, voice('Laila', 'ar-001')]);
    listening.start([passage('وصلت السفينة. هل رحلت؟')], 0, 'ar-EG');
    speech.end();
    expect(said()).toEqual(['وصلت السفينة.', 'هل رحلت؟']);
    expect(sayers()).toEqual(['Laila', 'Laila']);
  });

  test('without what Carrel says in a language that no voice has', () => {
    begin([german]);
    listening.start([passage('Eins.'), passage('A table.', 'en', true), passage('Zwei.')], 0, 'de');
    speech.end();
    expect(said()).toEqual(['Eins.', 'Zwei.']);
  });

  test('and words are told as they are said, in the text of the passage', () => {
    listening.start(three, 0, 'en', 7);
    speech.word(4, 4);
    expect(listening.word).toEqual({ start: 9, end: 13 });
    speech.word(4, 0);
    expect(listening.word).toEqual({ start: 9, end: 13 });
    speech.end();
    expect(listening.word).toBeNull();
  });
});

describe('the listener', () => {
  test('pauses, and hears the sentence again', async () => {
    listening.start(three, 0, 'en');
    speech.end();
    listening.toggle();
    await settle();
    expect([listening.state, speech.speaking]).toEqual(['paused', false]);
    listening.toggle();
    expect(said()).toEqual(['One.', 'And more.', 'And more.']);
  });

  test('goes to the next passage and back, while it is read and while it is paused', async () => {
    listening.start(three, 0, 'en');
    listening.step(1);
    await settle();
    expect(said()).toEqual(['One.', 'Two.']);
    listening.toggle();
    listening.step(-1);
    listening.step(-1);
    expect(listening.at).toBe(0);
    expect(said()).toHaveLength(2);
    listening.toggle();
    await settle();
    expect(said()).toEqual(['One.', 'Two.', 'One.']);
  });

  test('is at the end after the last passage', () => {
    listening.start(three, 2, 'en');
    listening.step(1);
    expect([listening.state, overs]).toEqual(['over', 1]);
    expect(speech.speaking).toBe(false);
    listening.start(three, 2, 'en');
    listening.toggle();
    listening.step(1);
    expect([listening.state, overs]).toEqual(['over', 2]);
  });

  test('hears another pace and voice at once, from the sentence on', async () => {
    listening.start(three, 0, 'en');
    speech.end();
    listening.set({ rate: 1.5, voices: {} });
    await settle();
    expect(said()).toEqual(['One.', 'And more.', 'And more.']);
    expect(speech.said.at(-1)?.rate).toBe(1.5);
    speech.giveVoices([english, voice('Bea', 'en-GB')]);
    listening.set({ rate: 1.5, voices: { en: 'fake:Bea' } });
    await settle();
    expect(sayers().at(-1)).toBe('Bea');
    listening.set({ rate: 1.5, voices: { en: 'fake:Bea' } });
    await settle();
    expect(said()).toHaveLength(4);
  });

  test('knows how long the rest takes, at the pace that is set', () => {
    const minute = passage('word '.repeat(175));
    listening.start([minute, minute], 0, 'en');
    expect(listening.leftSeconds).toBeCloseTo(120);
    listening.set({ rate: 2, voices: {} });
    expect(listening.leftSeconds).toBeCloseTo(60);
    listening.step(1);
    expect(listening.leftSeconds).toBeCloseTo(30);
  });

  test('ends it, and nothing is said any more', async () => {
    listening.start(three, 0, 'en');
    listening.stop();
    await vi.advanceTimersByTimeAsync(60_000);
    speech.giveVoices([english]);
    expect([listening.state, speech.speaking]).toEqual(['off', false]);
    expect(said()).toEqual(['One.']);
    expect(overs).toBe(0);
  });

  test('is told the languages that can be chosen a voice for, the article’s first', () => {
    listening.start([passage('Eins.', 'de'), passage('Un.', 'fr'), passage('One.')], 0, 'en-US');
    expect(listening.languages).toEqual(['en-US', 'de']);
  });
});

describe('a text that changes while it is read', () => {
  test('is gone on in without an interruption, where it has the passage still', () => {
    listening.start(three, 1, 'en');
    listening.renew([passage('New.'), ...three], 'en');
    expect(listening.at).toBe(2);
    speech.end();
    expect(said()).toEqual(['Two.', 'Three.']);
  });

  test('or else is read from its first paragraph', async () => {
    listening.start(three, 1, 'en');
    listening.renew([passage('One. And more.'), passage('Other.')], 'en');
    await settle();
    expect(said()).toEqual(['Two.', 'Other.']);
  });
});

test('what is said is held, and what the page said before it was loaded again is cancelled', async () => {
  speech.speaking = true;
  listening.start(three, 0, 'en');
  expect(said()).toEqual([]);
  await settle();
  expect(said()).toEqual(['One.']);
  expect(speech.cancels).toBe(1);
});

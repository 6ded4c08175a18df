import { describe, expect, test } from 'vitest';
import type { PictureTruth, Truth } from '../../bench/corpus.ts';
import {
  authorRate,
  dateRate,
  fourGramF1,
  phraseF1,
  pictureScore,
  titleRate,
  wordF1,
  type Case,
  type Given,
  type GivenPicture,
} from '../../bench/score.ts';

const NO_TRUTH: Truth = {
  text: null,
  with: [],
  without: [],
  title: null,
  author: null,
  date: null,
};
const NOTHING: Given = { text: '', title: '', author: '', date: '', pictures: [] };

function one(truth: Partial<Truth>, given: Partial<Given>): Case {
  return { truth: { ...NO_TRUTH, ...truth }, given: { ...NOTHING, ...given } };
}

describe('word F1', () => {
  test('is nothing where nothing is given, or something of nothing', () => {
    expect(wordF1([one({ text: 'a b' }, {})])).toBe(0);
    expect(wordF1([one({ text: '' }, { text: 'a' })])).toBe(0);
    expect(wordF1([one({ text: '' }, {})])).toBe(1);
  });

  test('counts each word as often as it stands there, whatever its case and place', () => {
    // Two of three given, two of four wanted: 2 · (2/3 · 2/4) / (2/3 + 2/4).
    const page = one({ text: 'ice, ice and fog' }, { text: 'Ice! Ice! Ice!' });
    expect(wordF1([page])).toBeCloseTo(4 / 7);
  });

  test('is the mean of the pages', () => {
    const right = one({ text: 'fog' }, { text: 'fog' });
    expect(wordF1([right, one({ text: 'fog' }, { text: 'ice' })])).toBe(0.5);
  });
});

describe('four-gram F1', () => {
  test('wants words in their order', () => {
    const text = 'the ice on the quay';
    expect(fourGramF1([one({ text }, { text })])).toBe(1);
    expect(fourGramF1([one({ text }, { text: 'quay the on ice the' })])).toBe(0);
  });

  test('takes a text of fewer words for one', () => {
    expect(fourGramF1([one({ text: 'thin ice' }, { text: 'thin ice' })])).toBe(1);
  });

  test('is that of the mean precision and the mean recall', () => {
    const half = one({ text: 'a b c d e' }, { text: 'a b c d' });
    const none = one({ text: 'a b c d' }, { text: '' });
    // Precision 1 of one page that gave something; recall (1/2 + 0) / 2.
    expect(fourGramF1([half, none])).toBeCloseTo((2 * 1 * 0.25) / 1.25);
  });
});

test('with/without F1 pools what is in and what should not be', () => {
  const page = one(
    { with: ['thick  ice', 'fog'], without: ['cookies'] },
    { text: 'Thick ice? thick\nice. We use cookies' },
  );
  // One found, one missed, one wrong.
  expect(phraseF1([page])).toBeCloseTo(0.5);
});

describe('title, author, date', () => {
  test('count pages of which they are known', () => {
    expect(titleRate([one({}, { title: 'x' }), one({ title: 'Ice: 1' }, { title: 'ICE 1' })])).toBe(
      1,
    );
    expect(titleRate([one({ title: 'Ice' }, { title: 'Ice | News' })])).toBe(0);
  });

  test('names are equal in any order, however joined', () => {
    const author = 'By Bo Lund and Ada Byron';
    expect(authorRate([one({ author }, { author: 'Ada Byron, Bo Lund' })])).toBe(1);
    expect(authorRate([one({ author }, { author: 'Ada Byron' })])).toBe(0);
  });

  test('a date is its day', () => {
    const date = '2024-05-01';
    expect(dateRate([one({ date }, { date: '2024-05-01T23:30:00-04:00' })])).toBe(1);
    expect(dateRate([one({ date }, { date: '' })])).toBe(0);
  });
});

describe('pictures', () => {
  const picture = (url: string, more: Partial<GivenPicture> = {}): GivenPicture => ({
    urls: [url],
    caption: '',
    credit: '',
    gallery: null,
    ...more,
  });
  const named = (...keys: string[]): PictureTruth => ({
    pictures: keys.map((key) => ({ key, caption: '' })),
    galleries: [],
    optional: [],
  });
  const score = (
    truth: PictureTruth,
    ...pictures: GivenPicture[]
  ): ReturnType<typeof pictureScore> => pictureScore([{ truth, given: { ...NOTHING, pictures } }]);

  test('are found by a part of any address; what is given besides costs precision', () => {
    const found = picture('https://example.org/small/1.jpg', {
      urls: ['https://example.org/s.jpg', 'https://example.org/ICE%20a.jpg?w=9'],
    });
    const given = score(
      named('ice a.jpg', 'fog.jpg'),
      found,
      picture('https://example.org/ad.jpg'),
    );
    expect(given).toMatchObject({ recall: 0.5, precision: 0.5 });
  });

  test('given twice, one is found and one too many is not counted against another', () => {
    const twice = score(named('a.jpg'), picture('/a.jpg'), picture('/a.jpg?2'));
    expect(twice).toMatchObject({ recall: 1, precision: 1 });
  });

  test('that are optional count neither way', () => {
    const truth = { ...named('a.jpg'), optional: ['teaser.jpg'] };
    const both = score(truth, picture('/a.jpg'), picture('/teaser.jpg'));
    expect(both).toMatchObject({ recall: 1, precision: 1 });
  });

  test('have their caption as printed, with the credit or without', () => {
    const truth = named('a.jpg', 'b.jpg', 'c.jpg');
    truth.pictures = [
      { key: 'a.jpg', caption: 'Ice. Bo Lund' },
      { key: 'b.jpg', caption: 'Fog' },
      { key: 'c.jpg', caption: '' },
    ];
    const given = score(
      truth,
      picture('/a.jpg', { caption: 'Ice.', credit: 'Bo Lund' }),
      picture('/b.jpg', { caption: 'Fog over' }),
    );
    expect(given.captions).toBe(0.5);
  });

  test('of a gallery come out as one, in order', () => {
    const keys = ['1.jpg', '2.jpg', '3.jpg'];
    const truth = { ...named(...keys), galleries: [keys] };
    const asOne = keys.map((key) => picture(`/${key}`, { gallery: 0 }));
    expect(score(truth, ...asOne).galleries).toBe(1);
    expect(score(truth, ...asOne.toReversed()).galleries).toBe(0);
    expect(score(truth, ...asOne.slice(1)).galleries).toBe(0);
    expect(score(truth, ...keys.map((key) => picture(`/${key}`))).galleries).toBe(0);
  });
});

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { keepSaved, setTextState } from '../../db/articles.ts';
import { recordReading } from '../../db/readings.ts';
import { aCapture } from '../db/library.ts';
import { EXTRACTOR } from '../../main/engine/extract/types.ts';
import { newWork, type Work } from './open-work.ts';

let work: Work;

beforeEach(async () => {
  work = await newWork();
});
afterEach(async () => {
  await work.close();
});

const SENTENCE = 'The ferries stayed where they were, and the ice grew thicker by the hour. ';
const page = (title: string, text = SENTENCE.repeat(12)): string =>
  `<!doctype html><title>${title}</title><article><h1>${title}</h1><p>${text}</p></article>`;

/** An article that is kept with its page, as an older Carrel left it. */
function kept(name: string, html: string): { articleId: number; captureId: number } {
  const { db } = work.context;
  const address = `https://paper.example/${name}`;
  const { articleId } = keepSaved(db, {
    identityKeys: [`url:${address}`],
    origin: 'saved',
    address,
    title: name,
    source: 'paper.example',
    sortAt: 1,
    now: 1,
  });
  const captureId = aCapture(db, articleId, html, { address, finalAddress: address });
  recordReading(db, captureId, 'carrel-0');
  return { articleId, captureId };
}

function readBy(captureId: number): unknown {
  return work.context.db
    .prepare('SELECT extractor FROM readings WHERE capture_id = ?')
    .pluck()
    .get(captureId);
}

describe('after an upgrade, while nothing else is to be done', () => {
  test('every article is read anew from what is kept of it, without the network', async () => {
    const fetching = vi.spyOn(work.context.fetcher, 'get');
    const all = ['one', 'two', 'three'].map((name) => kept(name, page(`Title ${name}`)));
    await expect
      .poll(() => all.map(({ captureId }) => readBy(captureId)), { timeout: 10_000 })
      .toEqual([EXTRACTOR, EXTRACTOR, EXTRACTOR]);
    for (const { articleId } of all) {
      expect(await work.article(articleId)).toMatchObject({
        text: 'kept',
        title: expect.stringContaining('Title'),
        versions: [{ extractor: EXTRACTOR, textFrom: 'page', fetchedAt: 1, shown: true }],
      });
    }
    expect(fetching).not.toHaveBeenCalled();
  });

  test('a page that holds no article costs no other, and is not tried again and again', async () => {
    const empty = kept('empty', '<!doctype html><title>x</title>');
    const whole = kept('whole', page('Whole'));
    await expect.poll(() => readBy(whole.captureId), { timeout: 10_000 }).toBe(EXTRACTOR);
    expect(readBy(empty.captureId)).toBe(EXTRACTOR);
    // It says nothing new of an article that waits.
    expect(await work.article(empty.articleId)).toMatchObject({ text: 'waiting', failure: null });
  });

  test('that the page could not be fetched again is still said', async () => {
    const { articleId, captureId } = kept('failed', page('Failed'));
    const failure = { kind: 'http' as const, message: 'page: answered 500' };
    setTextState(work.context.db, articleId, 'kept', failure);
    await expect.poll(() => readBy(captureId), { timeout: 10_000 }).toBe(EXTRACTOR);
    expect(await work.article(articleId)).toMatchObject({ text: 'kept', failure });
  });
});

describe('when its reader asks', () => {
  test('an article of which no page is kept says so', async () => {
    const { articleId } = keepSaved(work.context.db, {
      identityKeys: ['url:https://paper.example/none'],
      origin: 'saved',
      address: 'https://paper.example/none',
      title: 'none',
      source: 'paper.example',
      sortAt: 1,
      now: 1,
    });
    await expect(work.api.extractAgain(articleId)).rejects.toThrow('no page or file is kept');
  });

  test('a page without an article is told, and what is kept of it stays', async () => {
    const { articleId } = kept('wall', page('Wall'));
    await work.api.extractAgain(articleId);
    const { versions } = await work.article(articleId);
    aCapture(work.context.db, articleId, '<title>404 not found</title><p>Gone', { fetchedAt: 2 });
    await expect(work.api.extractAgain(articleId)).rejects.toMatchObject({ kind: 'no-article' });
    expect(await work.article(articleId)).toMatchObject({ versions, text: 'kept', failure: null });
  });

  test('one article is read anew at once, and the same text is no new version', async () => {
    const { articleId } = kept('asked', page('Asked'));
    expect(await work.api.extractAgain(articleId)).toBe('shown');
    const [first] = (await work.article(articleId)).versions;
    expect(await work.api.extractAgain(articleId)).toBe('same');
    expect((await work.article(articleId)).versions).toEqual([first]);
  });

  test('another version of a text is shown, with its pictures', async () => {
    const { articleId } = kept('two', page('Two'));
    await work.api.extractAgain(articleId);
    aCapture(
      work.context.db,
      articleId,
      page('Two', `${SENTENCE.repeat(3)}<img src="https://paper.example/a.jpg" width="900">`),
      { fetchedAt: 2 },
    );
    expect(await work.api.extractAgain(articleId)).toBe('kept');
    const [newer] = (await work.article(articleId)).versions;
    expect(newer).toMatchObject({ shown: false, fetchedAt: 2 });
    await work.api.showVersion(articleId, newer?.id ?? 0);
    const shown = await work.article(articleId);
    expect(shown.versions.map((version) => version.shown)).toEqual([true, false]);
    expect(shown.pictureList).toMatchObject([{ address: 'https://paper.example/a.jpg' }]);
  });
});

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Article } from '../../contract/types.ts';
import { startSite, type FeedSite } from './feed-site.ts';
import { newWork, type Work } from './open-work.ts';

let site: FeedSite;
let work: Work;

beforeEach(async () => {
  site = await startSite();
  work = await newWork();
});
afterEach(async () => {
  await work.close();
});

const SENTENCE = 'The ferries stayed where they were, and the ice grew thicker by the hour. ';

/** A part of an article, with a link to the next one. */
function part(number: number, next: string | null, title = 'The long winter'): string {
  const link = next === null ? '' : `<a rel="next" href="${next}">next</a>`;
  return `<html><title>${title}</title><article><h1>${title}</h1>
    <p>This is part ${number} of it.</p><p>${SENTENCE.repeat(6)}</p></article>${link}</html>`;
}

async function save(path: string): Promise<number> {
  const id = await work.api.savePage(site.at(path));
  await work.idle();
  return id;
}

function partsIn({ html }: Article): string[] {
  return [...html.matchAll(/This is part (\d+) of it/g)].map(([, number = '']) => number);
}

describe('what is no further part', () => {
  test('a server that sends the first part for every number is asked once more, and no further', async () => {
    for (const path of ['/ice', '/ice?page=2']) site.set(path, part(1, '/ice?page=2'));
    const whole = await work.article(await save('/ice'));
    expect(partsIn(whole)).toEqual(['1']);
    expect(whole).toMatchObject({ text: 'kept', failure: null });
    expect(site.asked).toEqual(['/ice', '/ice?page=2']);
  });

  test('another article is not joined', async () => {
    site.set('/ice', part(1, '/ice?page=2'));
    site.set('/ice?page=2', part(2, '/ice?page=3', 'Fog over the bridge'));
    expect(partsIn(await work.article(await save('/ice')))).toEqual(['1']);
    expect(site.asked).toHaveLength(2);
  });

  test('an endless article ends after thirty parts', async () => {
    site.set('/ice', part(1, '/ice?page=2'));
    for (let number = 2; number <= 40; number += 1) {
      site.set(`/ice?page=${number}`, part(number, `/ice?page=${number + 1}`));
    }
    const whole = await work.article(await save('/ice'));
    expect(partsIn(whole)).toHaveLength(30);
    expect(site.asked).toHaveLength(30);
  }, 120_000);
});

test('a part that cannot be had leaves what stands before it, says so, and is tried again', async () => {
  site.set('/ice', part(1, '/ice?page=2'));
  site.set('/ice?page=2', part(2, '/ice?page=3'));
  const id = await save('/ice');
  const cut = await work.article(id);
  expect(partsIn(cut)).toEqual(['1', '2']);
  expect(cut).toMatchObject({ text: 'kept', failure: { kind: 'http' } });
  expect(cut.failure?.message).toContain('/ice?page=3');
  site.set('/ice?page=3', part(3, null));
  await work.api.retry(id);
  await work.idle();
  const whole = await work.article(id);
  expect(partsIn(whole)).toEqual(['1', '2', '3']);
  expect(whole).toMatchObject({ text: 'kept', failure: null });
});

test('an article of several parts comes as one version, its parts in order', async () => {
  site.set('/ice', part(1, '/ice/2'));
  site.set('/ice/2', part(2, '/ice/3'));
  site.set('/ice/3', part(3, null));
  const id = await save('/ice');
  const whole = await work.article(id);
  expect(partsIn(whole)).toEqual(['1', '2', '3']);
  expect(whole.versions).toMatchObject([{ shown: true }]);
  // The same pages again are the same article.
  expect(await work.api.extractAgain(id)).toBe('same');
  await work.idle();
  expect((await work.article(id)).versions).toEqual(whole.versions);
  expect(site.asked).toEqual(['/ice', '/ice/2', '/ice/3']);
});

import { afterEach, beforeEach, expect, test } from 'vitest';
import { newWork, type Work } from '../open-work.ts';
import { aPdf, block, PASSWORD } from './a-pdf.ts';
import { bring } from './bring.ts';

let work: Work;
beforeEach(async () => {
  work = await newWork();
});
afterEach(() => work.close());

const BRIDGES = { path: 'bridges.pdf', content: aPdf([block(['The viaduct', 'stands.'])]) };

test('one that asks for a password, or is damaged, is told with the cause', async () => {
  const secret = aPdf([block(['Secret'])], { trailer: PASSWORD });
  const { report } = await bring(work.api, [
    { path: 'secret.pdf', content: secret },
    { path: 'broken.pdf', content: '%PDF-1.7\n' },
  ]);
  expect(report.articles).toEqual([]);
  expect(report.refused).toEqual([
    expect.stringContaining('secret.pdf: it asks for a password'),
    expect.stringContaining('broken.pdf: it is damaged'),
  ]);
});

test('becomes an article whose text is found and whose file is kept', async () => {
  const { report } = await bring(work.api, [BRIDGES]);
  expect(report.refused).toEqual([]);
  const article = await work.article(report.articles[0] ?? 0);
  expect(article).toMatchObject({ title: 'bridges', text: 'kept' });
  expect(article.enclosures).toMatchObject([
    { state: 'kept', type: 'application/pdf', hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
  ]);
  const hits = await work.api.search({ words: 'viaduct', limit: 10 });
  expect(hits.map((hit) => hit.article.id)).toEqual(report.articles);
});

test('a second import changes nothing', async () => {
  await bring(work.api, [BRIDGES]);
  const { report } = await bring(work.api, [BRIDGES]);
  expect(report).toMatchObject({ articles: [], present: 1, refused: [] });
});

test('its file is not removed, since it could not be fetched again', async () => {
  const { report } = await bring(work.api, [BRIDGES]);
  const id = report.articles[0] ?? 0;
  const remove = async () => work.api.removeEnclosure(id, 0);
  await expect(remove()).rejects.toMatchObject({
    kind: 'invalid',
    message: expect.stringContaining('cannot be fetched again'),
  });
  expect((await work.article(id)).enclosures[0]?.state).toBe('kept');
});

import { keepEntry } from '../../db/articles.ts';
import { addCapture } from '../../db/captures.ts';
import { addFeed } from '../../db/feeds.ts';
import { addJob } from '../../db/jobs.ts';
import { openLibrary } from '../../db/open.ts';
import { markRead } from '../../db/states.ts';
import { addVersion } from '../../db/versions.ts';

/**
 * A process that keeps articles in the library of its first argument until it is killed, and
 * writes the id of each to its output once it is kept.
 */
const db = openLibrary(process.argv[2] ?? '');
const { feed } = addFeed(db, {
  address: 'https://a.example/feed',
  title: 'a',
  siteAddress: null,
  folderId: null,
  textFrom: 'page',
  now: 1,
});
const start = Date.now();

for (let n = 0; ; n += 1) {
  const text = `Article ${start} ${n}: ${'words of a text '.repeat(200)}`;
  const articleId = db.transaction(() => {
    const entry = keepEntry(db, {
      feedId: feed.id,
      identityKeys: [`guid:${start} ${n}`],
      guid: null,
      address: null,
      title: `Title ${n}`,
      authors: [],
      excerpt: '',
      language: null,
      direction: 'ltr',
      publishedAt: null,
      modifiedAt: null,
      sortAt: start + n,
      contentSha256: String(n),
      textState: 'waiting',
      source: 'a',
      now: start,
    });
    const bytes = Buffer.from(text);
    const { captureId } = addCapture(db, {
      articleId: entry.articleId,
      address: null,
      finalAddress: null,
      fileName: null,
      status: 200,
      headers: [],
      fetchedAt: start,
      bytes,
    });
    const version = addVersion(db, {
      articleId: entry.articleId,
      captureId,
      textFrom: 'page',
      extractor: 'test',
      madeAt: start,
      fetchedAt: start,
      html: text,
      text,
      wordCount: 800,
      language: null,
      direction: 'ltr',
      pictures: [
        {
          address: `https://img.example/${n}`,
          others: [],
          alt: '',
          caption: '',
          credit: '',
          gallery: null,
          width: null,
          height: null,
        },
      ],
      metadata: { title: `Title ${n}` },
    });
    addJob(db, {
      kind: 'picture',
      articleId: entry.articleId,
      versionId: version.versionId,
      ordinal: 0,
      host: 'img.example',
      runAt: start,
    });
    return entry.articleId;
  })();
  if (n % 3 === 0) markRead(db, [articleId], true, start);
  process.stdout.write(`${articleId}\n`);
}

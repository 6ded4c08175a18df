import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CarrelEvent } from '../../contract/api.ts';
import type { Article, ArticleId, ArticleSummary, Scope } from '../../contract/types.ts';
import { createEngine, type Engine } from '../../main/engine/engine.ts';

/** An engine on a library of its own, run from source. */
export interface TestEngine extends Engine {
  folder: string;
  events: CarrelEvent[];
  /** Resolves when it has ended by itself, to be opened anew where its library is then. */
  moved: Promise<void>;
  /** Resolves when no work is due. */
  idle(): Promise<void>;
  all(scope?: Scope): Promise<ArticleSummary[]>;
  /** The article whose title contains these words. */
  titled(words: string): Promise<Article>;
  whole(id: ArticleId): Promise<Article>;
}

/** A fresh folder for a library, and the way to remove it. */
export async function libraryFolder(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'carrel-engine-'));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

export function openEngine(folder: string): TestEngine {
  const events: CarrelEvent[] = [];
  const moved = Promise.withResolvers<void>();
  const engine = createEngine({
    folder,
    version: '0.0.0-test',
    workerFile: new URL('../../main/engine/worker.ts', import.meta.url),
    checkpointFile: new URL('../../db/checkpoint-thread.ts', import.meta.url),
    newsroomFile: new URL('../newsroom/worker.ts', import.meta.url),
    emit: (event) => events.push(event),
    onClosed: moved.resolve,
  });

  async function all(scope: Scope = { kind: 'all' }): Promise<ArticleSummary[]> {
    const articles: ArticleSummary[] = [];
    let after = null;
    do {
      const page = await engine.api.list({ scope, limit: 200, after });
      articles.push(...page.articles);
      after = page.next;
    } while (after !== null);
    return articles;
  }

  async function whole(id: ArticleId): Promise<Article> {
    const article = await engine.api.article(id);
    if (article === null) throw new Error(`no article ${id}`);
    return article;
  }

  return {
    ...engine,
    folder,
    events,
    moved: moved.promise,
    all,
    whole,
    async idle() {
      do await new Promise((resolve) => setTimeout(resolve, 20));
      while ((await engine.api.progress()).running);
    },
    async titled(words) {
      const found = (await all()).find(({ title }) => title.includes(words));
      if (found === undefined) throw new Error(`no article titled “${words}”`);
      return await whole(found.id);
    },
  };
}

import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type {
  ArticleId,
  ArticleSummary,
  Failure,
  ListCursor,
  ListPage,
  Scope,
} from '../../contract/types.ts';
import { coalesce } from '../app/coalesce.ts';
import { toFailure } from '../../contract/errors.ts';
import { carrel } from '../carrel.ts';
import { inListOrder, putPage } from './stretch.ts';

/** Articles a page: some ten screens of rows, read in a few milliseconds. */
const pageSize = 100;
/** Events come many a second during a refresh; the list is read again at most this often. */
const readEveryMs = 250;

/**
 * The articles of one place, loaded page by page from the newest on.
 *
 * When articles change, only what can be seen is read again: the head of the list (for new
 * ones) and the page around the view. Everything else is stale until it comes into view.
 */
export class ArticlePages implements ReactiveController {
  articles: ArticleSummary[] = [];
  /** Whether the last article of the place is loaded. */
  complete = false;
  failure: Failure | null = null;
  /** How many came in above the view since the reader was at the top. */
  newAbove = 0;

  private readonly host: ReactiveControllerHost;
  private scope: Scope | null = null;
  /** What the reader touched here stays until the place is left, though it no longer belongs. */
  private readonly keep = new Set<ArticleId>();
  /** What was read since the last change. */
  private readonly fresh = new Set<ArticleId>();
  private view = { first: 0, last: 0, atTop: true };
  private loading: Promise<void> | null = null;
  private stop: (() => void) | null = null;

  constructor(host: ReactiveControllerHost) {
    this.host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.stop = carrel().subscribeToEvents((event) => {
      const back = event.kind === 'engine' && event.state === 'up';
      if (event.kind === 'articles' || event.kind === 'sources' || back) this.readAgain();
    });
  }

  hostDisconnected(): void {
    this.stop?.();
  }

  /** Goes to another place. */
  open(scope: Scope): void {
    this.scope = scope;
    this.articles = [];
    this.complete = false;
    this.failure = null;
    this.newAbove = 0;
    this.keep.clear();
    this.fresh.clear();
    this.view = { first: 0, last: 0, atTop: true };
    this.loading = null;
    void this.more();
  }

  /** Loads the next page, unless that is happening or there is none. */
  async more(): Promise<void> {
    if (this.complete || this.scope === null) return;
    this.loading ??= this.readPage(this.scope, this.articles.at(-1) ?? null).finally(() => {
      this.loading = null;
    });
    await this.loading;
  }

  /** Says which rows are in view, so that they are kept up to date. */
  look(first: number, last: number, atTop: boolean): void {
    this.view = { first, last, atTop };
    if (atTop && this.newAbove > 0) {
      this.newAbove = 0;
      this.host.requestUpdate();
    }
    const seen = this.articles.slice(first, last + 1);
    if (seen.some(({ id }) => !this.fresh.has(id))) this.readView();
  }

  /** Shows a change the reader made at once; in the unread list, what was read stays. */
  patch(ids: readonly ArticleId[], change: Partial<ArticleSummary>): void {
    const changed = new Set(ids);
    if (this.scope?.kind === 'unread') for (const id of ids) this.keep.add(id);
    this.articles = this.articles.map((article) =>
      changed.has(article.id) ? { ...article, ...change } : article,
    );
    this.host.requestUpdate();
  }

  /** Lets go of what stays only because the reader touched it, but for one article. */
  letGo(except: ArticleId | null): void {
    this.keep.clear();
    if (except !== null) this.keep.add(except);
    this.readAgain();
  }

  private readonly readAgain = coalesce(readEveryMs, async () => {
    if (this.scope === null) return;
    this.fresh.clear();
    await this.readPage(this.scope, null);
    await this.readAround();
  });

  private readonly readView = coalesce(readEveryMs, () => this.readAround());

  /** Reads the page that starts where the view starts, unless it is fresh. */
  private async readAround(): Promise<void> {
    const { first, last } = this.view;
    const seen = this.articles.slice(first, last + 1);
    if (this.scope === null || seen.every(({ id }) => this.fresh.has(id))) return;
    await this.readPage(this.scope, this.articles[first - 1] ?? null);
    // What is kept only because it was touched is in no page, and as fresh as it gets.
    for (const { id } of seen) this.fresh.add(id);
  }

  private async readPage(scope: Scope, after: ListCursor | null): Promise<void> {
    try {
      const cursor = after === null ? null : { sortAt: after.sortAt, id: after.id };
      const page = await carrel().list({ scope, limit: pageSize, after: cursor });
      if (scope !== this.scope) return;
      this.failure = null;
      this.put(after, page);
    } catch (error) {
      if (scope !== this.scope) return;
      this.failure = toFailure(error);
    }
    this.host.requestUpdate();
  }

  private put(after: ListCursor | null, page: ListPage): void {
    const known = new Set(this.articles.map(({ id }) => id));
    const top = this.articles[this.view.first];
    if (top !== undefined && !this.view.atTop) {
      this.newAbove += page.articles.filter(
        (article) => !known.has(article.id) && inListOrder(article, top) < 0,
      ).length;
    }
    const before = this.articles.at(-1);
    this.articles = putPage(this.articles, after, page, this.keep);
    for (const { id } of page.articles) this.fresh.add(id);
    const reached = page.articles.at(-1);
    if (page.next === null) this.complete = true;
    else if (before === undefined || (reached && inListOrder(reached, before) >= 0)) {
      this.complete = false;
    }
  }
}

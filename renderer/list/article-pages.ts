import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type {
  ArticleId,
  ArticleSummary,
  Failure,
  ListCursor,
  ListPage,
  ListQuery,
  Scope,
} from '../../contract/types.ts';
import { coalesce } from '../app/coalesce.ts';
import { toFailure } from '../../contract/errors.ts';
import { carrel } from '../carrel.ts';
import { allShown, listFilter } from './shown.ts';
import type { Shown } from './shown.ts';
import { inOrder, putPage } from './stretch.ts';

/** Articles a page: some ten screens of rows, read in a few milliseconds. */
const pageSize = 100;
/** So many are loaded at least, where a filter makes pages short: more than fill a tall window. */
const leastGained = 50;
/** Events come many a second during a refresh; the list is read again at most this often. */
const readEveryMs = 250;

/**
 * The articles of one place, or those that filters leave of it, loaded page by page in its order.
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
  private shown: Shown = allShown;
  /** How far the place was walked: where the next page starts, or else its last article. */
  private reached: ListCursor | null = null;
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

  /** The order of the list, as a comparison. */
  get compare(): (a: ListCursor, b: ListCursor) => number {
    return inOrder[this.shown.order];
  }

  /** Goes to another place, or to another part of it. */
  open(scope: Scope, shown: Shown): void {
    this.scope = scope;
    this.shown = shown;
    this.reached = null;
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

  /** Loads what follows, unless that is happening or there is nothing. */
  async more(): Promise<void> {
    if (this.complete || this.scope === null) return;
    if (this.loading === null) {
      const loading = this.readOn().finally(() => {
        if (this.loading === loading) this.loading = null;
      });
      this.loading = loading;
    }
    await this.loading;
  }

  /** Reads page after page until enough came: with a filter a page may be short, or empty. */
  private async readOn(): Promise<void> {
    const { scope, shown } = this;
    const before = this.articles.length;
    do {
      await this.readPage(this.reached);
    } while (
      scope === this.scope &&
      shown === this.shown &&
      this.failure === null &&
      !this.complete &&
      this.articles.length - before < leastGained
    );
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

  /** Shows a change the reader made at once; in a list of the unread, what was read stays. */
  patch(ids: readonly ArticleId[], change: Partial<ArticleSummary>): void {
    const changed = new Set(ids);
    if (this.scope?.kind === 'unread' || this.shown.filters.length > 0)
      for (const id of ids) this.keep.add(id);
    this.articles = this.articles.map((article) =>
      changed.has(article.id) ? { ...article, ...change } : article,
    );
    this.host.requestUpdate();
  }

  /** Takes articles out that are in the library no more. */
  drop(ids: ReadonlySet<ArticleId>): void {
    for (const id of ids) this.keep.delete(id);
    this.articles = this.articles.filter(({ id }) => !ids.has(id));
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
    await this.readPage(null);
    await this.readAround();
  });

  private readonly readView = coalesce(readEveryMs, () => this.readAround());

  /** Reads what is in view, page after page from where the view starts, unless it is fresh. */
  private async readAround(): Promise<void> {
    const { first, last } = this.view;
    const seen = this.articles.slice(first, last + 1);
    const end = seen.at(-1);
    if (end === undefined || seen.every(({ id }) => this.fresh.has(id))) return;
    let after: ListCursor | null = this.articles[first - 1] ?? null;
    do {
      const page: ListPage | null = await this.readPage(after);
      after = page?.next ?? null;
    } while (after !== null && this.compare(after, end) < 0);
    // What is kept only because it was touched is in no page, and as fresh as it gets.
    for (const { id } of seen) this.fresh.add(id);
  }

  /** Reads a page and puts it in its place; `null` where it failed, or another list was opened. */
  private async readPage(after: ListCursor | null): Promise<ListPage | null> {
    const { scope, shown } = this;
    if (scope === null) return null;
    const isLeft = () => scope !== this.scope || shown !== this.shown;
    let page: ListPage | null = null;
    try {
      page = await carrel().list(queryFor(scope, shown, after));
      if (isLeft()) return null;
      this.failure = null;
      this.put(after, page);
    } catch (error) {
      if (isLeft()) return null;
      this.failure = toFailure(error);
    }
    this.host.requestUpdate();
    return page;
  }

  private put(after: ListCursor | null, page: ListPage): void {
    const known = new Set(this.articles.map(({ id }) => id));
    const top = this.articles[this.view.first];
    if (top !== undefined && !this.view.atTop) {
      this.newAbove += page.articles.filter(
        (article) => !known.has(article.id) && this.compare(article, top) < 0,
      ).length;
    }
    this.articles = putPage(this.articles, after, page, this.keep, this.compare);
    for (const { id } of page.articles) this.fresh.add(id);
    const reached = page.next ?? page.articles.at(-1) ?? after;
    if (page.next === null) this.complete = true;
    if (this.reached === null || (reached && this.compare(reached, this.reached) >= 0)) {
      this.reached = reached;
      this.complete = page.next === null;
    }
  }
}

function queryFor(scope: Scope, { order, filters }: Shown, after: ListCursor | null): ListQuery {
  return {
    scope,
    limit: pageSize,
    after: after === null ? null : { sortAt: after.sortAt, id: after.id },
    ...(order === 'newest' ? {} : { order }),
    ...(filters.length === 0 ? {} : { filter: listFilter(filters) }),
  };
}

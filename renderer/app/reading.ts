import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Article, ArticleId, Failure } from '../../contract/types.ts';
import { toFailure } from '../../contract/errors.ts';
import { carrel } from '../carrel.ts';
import { coalesce } from './coalesce.ts';

/** While an article's pictures come in, it is read again at most this often. */
const readEveryMs = 500;

/** An article that is not there by then is waited for where it will stand. */
const patienceMs = 200;

/** The article that is open, kept in step with the library. */
export class Reading implements ReactiveController {
  article: Article | null = null;
  /** The article asked for; `article` follows. */
  id: ArticleId | null = null;
  /**
   * The article that is shown as the open one. It changes together with what stands in the reading
   * view, so that no frame shows one as chosen and another one's text.
   */
  shownId: ArticleId | null = null;
  failure: Failure | null = null;
  /** Whether the article that is shown as open is still on its way. */
  isWaiting = false;

  private readonly host: ReactiveControllerHost;
  private stop: (() => void) | null = null;
  private patience: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.stop = carrel().subscribeToEvents((event) => {
      const changed = event.kind === 'articles' && this.id !== null && event.ids.includes(this.id);
      const back = event.kind === 'engine' && event.state === 'up';
      if (changed || back) this.readAgain();
    });
  }

  hostDisconnected(): void {
    this.stop?.();
    clearTimeout(this.patience);
  }

  /** Opens an article, or none; resolves when it is there. */
  async open(id: ArticleId | null): Promise<void> {
    this.id = id;
    clearTimeout(this.patience);
    if (id === null) this.show(null, null);
    else if (id !== this.shownId) this.patience = setTimeout(() => this.wait(), patienceMs);
    await this.read();
  }

  /** Shows a change the reader made at once. */
  patch(ids: readonly ArticleId[], change: Partial<Article>): void {
    if (this.article === null || !ids.includes(this.article.id)) return;
    this.article = { ...this.article, ...change };
    this.host.requestUpdate();
  }

  private readonly readAgain = coalesce(readEveryMs, () => this.read());

  private async read(): Promise<void> {
    const { id } = this;
    if (id === null) return;
    try {
      const article = await carrel().article(id);
      if (id !== this.id) return;
      // What left the library while it was open stays on the screen until it is left.
      this.show(article ?? this.stale, null);
    } catch (error) {
      if (id === this.id) this.show(this.stale, toFailure(error));
    }
  }

  /** What is shown of the article asked for, as it was when it was last read. */
  private get stale(): Article | null {
    return this.article?.id === this.id ? this.article : null;
  }

  private show(article: Article | null, failure: Failure | null): void {
    clearTimeout(this.patience);
    this.shownId = this.id;
    this.article = article;
    this.failure = failure;
    this.isWaiting = false;
    this.host.requestUpdate();
  }

  /** Shows what is asked for as open, and that it is on its way. */
  private wait(): void {
    this.show(null, null);
    this.isWaiting = true;
  }
}

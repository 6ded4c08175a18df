import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Article, ArticleId, Failure } from '../../contract/types.ts';
import { toFailure } from '../../contract/errors.ts';
import { carrel } from '../carrel.ts';
import { coalesce } from './coalesce.ts';

/** While an article's pictures come in, it is read again at most this often. */
const readEveryMs = 500;

/** The article that is open, kept in step with the library. */
export class Reading implements ReactiveController {
  article: Article | null = null;
  /** The article asked for; `article` follows. */
  id: ArticleId | null = null;
  failure: Failure | null = null;

  private readonly host: ReactiveControllerHost;
  private stop: (() => void) | null = null;

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
  }

  /** Opens an article, or none; resolves when it is there. */
  async open(id: ArticleId | null): Promise<void> {
    this.id = id;
    this.failure = null;
    if (id === null) this.article = null;
    this.host.requestUpdate();
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
      if (article !== null || this.article?.id !== id) this.article = article;
      this.failure = null;
    } catch (error) {
      if (id !== this.id) return;
      if (this.article?.id !== id) this.article = null;
      this.failure = toFailure(error);
    }
    this.host.requestUpdate();
  }
}

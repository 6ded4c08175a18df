import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ArticleId, ArticleSummary, Failure, SearchHit } from '../../contract/types.ts';
import { coalesce } from '../app/coalesce.ts';
import { toFailure } from '../../contract/errors.ts';
import { carrel } from '../carrel.ts';

/** How long typing rests before the library is asked: less than is felt, more than a key press. */
const restMs = 60;
const readEveryMs = 1000;

/** The most hits one search returns (`SearchQuery`). */
export const hitLimit = 100;

/** A search as it is typed: only the answer to what stands in the field now is shown. */
export class ArticleSearch implements ReactiveController {
  /** What stands in the field. */
  words = '';
  /** What was found, for the last words that were answered; `null` while none were. */
  hits: SearchHit[] | null = null;
  failure: Failure | null = null;
  /** The words that `hits` answer. */
  answered = '';

  private readonly host: ReactiveControllerHost;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asked = 0;
  private stop: (() => void) | null = null;

  constructor(host: ReactiveControllerHost) {
    this.host = host;
    host.addController(this);
  }

  /** Whether the window shows hits in place of the list. */
  get active(): boolean {
    return this.words.trim() !== '';
  }

  hostConnected(): void {
    this.stop = carrel().subscribeToEvents((event) => {
      if (event.kind === 'articles' && this.active) this.askAgain();
    });
  }

  hostDisconnected(): void {
    this.stop?.();
    clearTimeout(this.timer);
  }

  type(words: string): void {
    this.words = words;
    clearTimeout(this.timer);
    this.asked += 1;
    if (this.active) {
      this.timer = setTimeout(() => void this.ask(), restMs);
    } else {
      this.hits = null;
      this.failure = null;
    }
    this.host.requestUpdate();
  }

  /** Shows a change the reader made at once. */
  patch(ids: readonly ArticleId[], change: Partial<ArticleSummary>): void {
    this.hits =
      this.hits?.map((hit) =>
        ids.includes(hit.article.id) ? { ...hit, article: { ...hit.article, ...change } } : hit,
      ) ?? null;
    this.host.requestUpdate();
  }

  /** Takes articles out that are in the library no more. */
  drop(ids: ReadonlySet<ArticleId>): void {
    this.hits = this.hits?.filter(({ article }) => !ids.has(article.id)) ?? null;
    this.host.requestUpdate();
  }

  private readonly askAgain = coalesce(readEveryMs, async () => {
    if (this.active) await this.ask();
  });

  private async ask(): Promise<void> {
    this.asked += 1;
    const { asked, words } = this;
    try {
      const hits = await carrel().search({ words: words.slice(0, 1000), limit: hitLimit });
      if (asked !== this.asked) return;
      this.hits = hits;
      this.answered = words;
      this.failure = null;
    } catch (error) {
      if (asked !== this.asked) return;
      this.hits = null;
      this.failure = toFailure(error);
    }
    this.host.requestUpdate();
  }
}

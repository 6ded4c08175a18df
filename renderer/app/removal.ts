import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ArticleId } from '../../contract/types.ts';
import { carrel } from '../carrel.ts';
import { words } from '../words/language.ts';
import { attempt } from './actions.ts';
import type { Messages } from './actions.ts';

const none: ReadonlySet<ArticleId> = new Set();

/**
 * Articles that the reader deletes. They are gone from the window at once, and can be had back while
 * the message of it stands there: only then is the engine asked to remove them, for good.
 */
export class Removal implements ReactiveController {
  /** What is in no list: what can still be had back, and what the engine is removing. */
  hidden: ReadonlySet<ArticleId> = none;

  private readonly host: ReactiveControllerHost;
  private readonly messages: Messages;
  private readonly onRemoved: (ids: readonly ArticleId[]) => void;
  private waiting: readonly ArticleId[] = [];
  private leaving: readonly ArticleId[] = [];

  /** @param onRemoved told what is in the library no more, before it stops being hidden. */
  constructor(
    host: ReactiveControllerHost,
    messages: Messages,
    onRemoved: (ids: readonly ArticleId[]) => void,
  ) {
    this.host = host;
    this.messages = messages;
    this.onRemoved = onRemoved;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('pagehide', this.settleAll);
  }

  hostDisconnected(): void {
    window.removeEventListener('pagehide', this.settleAll);
    this.settleAll();
  }

  /** Takes articles away, and says so with the way to have them back. */
  remove(ids: readonly ArticleId[]): void {
    this.settleAll();
    this.waiting = ids;
    this.change();
    const undo = (): void => {
      if (this.waiting !== ids) return;
      this.waiting = [];
      this.change();
    };
    this.messages.say(words().app.deleted(ids.length), undo, () => void this.settle(ids));
  }

  private readonly settleAll = (): void => void this.settle(this.waiting);

  /** Has the engine remove what still waits of a removal; if it cannot, all is there again. */
  private async settle(ids: readonly ArticleId[]): Promise<void> {
    if (this.waiting !== ids || ids.length === 0) return;
    this.waiting = [];
    this.leaving = [...this.leaving, ...ids];
    await attempt(this.messages, async () => {
      await carrel().removeArticles([...ids]);
      this.onRemoved(ids);
    });
    const settled = new Set(ids);
    this.leaving = this.leaving.filter((id) => !settled.has(id));
    this.change();
  }

  private change(): void {
    this.hidden = new Set([...this.waiting, ...this.leaving]);
    this.host.requestUpdate();
  }
}

import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CarrelEvent } from '../../contract/api.ts';
import type { Counts, Failure, Feed, Progress, Settings, Sources } from '../../contract/types.ts';
import type { Travel } from '../../contract/provenance.ts';
import { toFailure } from '../../contract/errors.ts';
import { carrel } from '../carrel.ts';
import { coalesce } from './coalesce.ts';

/** A refresh changes counts many times a second; they are read at most this often. */
const readEveryMs = 250;

/** What the window knows of the library as a whole, kept in step by the engine's events. */
export class Library implements ReactiveController {
  /** `null` until first read. */
  sources: Sources | null = null;
  counts: Counts | null = null;
  settings: Settings | null = null;
  progress: Progress | null = null;
  /** The travel that is prepared, or was last; `null` for none. */
  travel: Travel | null = null;
  /** What concerns the whole library and still stands, such as a full disk. */
  problem: Failure | null = null;
  /** Why the engine does not answer; `null` while it does. */
  down: string | null = null;

  private readonly host: ReactiveControllerHost;
  private stop: (() => void) | null = null;

  constructor(host: ReactiveControllerHost) {
    this.host = host;
    host.addController(this);
  }

  /**
   * Whether it was tried to read the library, so that there is something to show or to say. The
   * settings too: panes would first have other widths.
   */
  get known(): boolean {
    const isRead = this.sources !== null && this.settings !== null;
    return isRead || this.problem !== null || this.down !== null;
  }

  /** Whether nothing was ever brought in; `false` until that is known. */
  get empty(): boolean {
    return this.sources?.feeds.length === 0 && this.counts?.articles === 0;
  }

  hostConnected(): void {
    this.stop = carrel().subscribeToEvents((event) => this.hear(event));
    this.read();
    void this.readOnce();
  }

  hostDisconnected(): void {
    this.stop?.();
  }

  /** Reads sources and counts again, soon. */
  readonly read = coalesce(readEveryMs, async () => {
    await this.attempt(async () => {
      const [sources, counts] = await Promise.all([carrel().sources(), carrel().counts()]);
      this.sources = sources;
      this.counts = counts;
    });
  });

  /** Shows a feed that was just subscribed to, before the sources are read again. */
  add(feed: Feed): void {
    const { feeds, folders } = this.sources ?? { feeds: [], folders: [] };
    const others = feeds.filter(({ id }) => id !== feed.id);
    this.sources = { folders, feeds: [...others, feed] };
    this.host.requestUpdate();
    this.read();
  }

  /** Changes settings: at once for the eye, then in the library. */
  async saveSettings(changes: Partial<Settings>): Promise<void> {
    if (this.settings === null) return;
    this.settings = { ...this.settings, ...changes };
    this.host.requestUpdate();
    await carrel().saveSettings(changes);
  }

  dismissProblem(): void {
    this.problem = null;
    this.host.requestUpdate();
  }

  private async readOnce(): Promise<void> {
    await this.attempt(async () => {
      const [settings, progress, travel] = await Promise.all([
        carrel().settings(),
        carrel().progress(),
        carrel().travel(),
      ]);
      this.settings = settings;
      this.travel ??= travel;
      // An event that came meanwhile is newer.
      this.progress ??= progress;
    });
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      const failure = toFailure(error);
      if (failure.kind === 'engine-down') this.down ??= failure.message;
      else this.problem = failure;
    }
    this.host.requestUpdate();
  }

  private hear(event: CarrelEvent): void {
    switch (event.kind) {
      case 'articles':
      case 'sources':
        this.read();
        return;
      case 'travel':
        this.travel = event.travel;
        break;
      case 'import':
      case 'backup':
      case 'export':
      case 'move':
        // Of these, what shows them hears itself.
        return;
      case 'progress':
        this.progress = event.progress;
        break;
      case 'problem':
        this.problem = event.failure;
        break;
      case 'engine':
        this.down = event.state === 'down' ? event.message : null;
        if (event.state === 'up') {
          this.progress = null;
          this.read();
          void this.readOnce();
        }
    }
    this.host.requestUpdate();
  }
}

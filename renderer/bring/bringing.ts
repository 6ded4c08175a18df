import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CarrelEvent } from '../../contract/api.ts';
import { toFailure } from '../../contract/errors.ts';
import type { Import, ImportId } from '../../contract/imports.ts';
import type { Failure } from '../../contract/types.ts';
import { carrel } from '../carrel.ts';
import type { Gathered } from './gather.ts';
import { handOver, type HandedOver } from './hand-over.ts';

/** What the reader brings, as the window shows it. */
export interface BringingShown {
  /** How far handing over is; `null` when all is with the engine. */
  handing: HandedOver | null;
  /** `null` until the engine knows of it. */
  import: Import | null;
  /** What could not be read before the engine had it. */
  unread: string[];
  /** Whether other files were brought meanwhile, which follow. */
  othersWait: boolean;
}

const NEW: BringingShown = { handing: null, import: null, unread: [], othersWait: false };

/**
 * The import that is under way, or was last, from the drop to the report; kept in step by the
 * engine's events, so that a window which is opened anew shows the one that goes on.
 */
export class Bringing implements ReactiveController {
  shown: BringingShown | null = null;

  private readonly host: ReactiveControllerHost;
  private readonly ended: (bringing: BringingShown) => void;
  private readonly failed: (failure: Failure) => void;
  private stopping = new AbortController();
  /** What was brought while other files were taken. */
  private waiting: Gathered[] = [];
  private unsubscribe: (() => void) | null = null;
  /** The import that was done last: what is said of it after that, such as that it runs, is old. */
  private done: ImportId | null = null;

  /** @param ended is called with each import that comes to its end while it is shown */
  constructor(
    host: ReactiveControllerHost,
    ended: (bringing: BringingShown) => void,
    failed: (failure: Failure) => void,
  ) {
    this.host = host;
    this.ended = ended;
    this.failed = failed;
    host.addController(this);
  }

  hostConnected(): void {
    this.unsubscribe = carrel().subscribeToEvents((event) => this.hear(event));
    void this.read();
  }

  hostDisconnected(): void {
    this.unsubscribe?.();
  }

  /** Whether an import is under way: another has to wait. */
  get isBusy(): boolean {
    const { shown } = this;
    return shown !== null && (shown.handing !== null || shown.import?.state === 'running');
  }

  /** Hands files over and has them taken. */
  async bring({ files, refused }: Gathered): Promise<void> {
    if (this.isBusy) {
      this.waiting.push({ files, refused });
      this.show({ ...this.orNew(), othersWait: true });
      return;
    }
    if (files.length === 0 && refused.length === 0) return;
    const stopping = new AbortController();
    this.stopping = stopping;
    await this.forget();
    this.show({ ...NEW, handing: { files: 0, of: files.length }, unread: refused });
    let id: number | null = null;
    try {
      id = await carrel().startImport();
      const told = (handing: HandedOver): void => this.show({ ...this.orNew(), handing });
      const unread = await handOver(id, files, told, stopping.signal);
      this.show({ ...this.orNew(), unread: [...refused, ...unread] });
      const taken = await carrel().runImport(id);
      // That it is done may have come first, and have been read and forgotten by now.
      if (this.done !== id) {
        this.show({ ...this.orNew(), handing: null, import: this.newer(taken) });
      }
    } catch (error) {
      this.show(null);
      if (id !== null)
        await carrel()
          .dropImport(id)
          .catch(() => undefined);
      if (!stopping.signal.aborted) this.failed(toFailure(error));
    }
  }

  /** Stops what is under way; what is kept stays. */
  async stop(): Promise<void> {
    const { shown } = this;
    if (shown === null) return;
    this.waiting = [];
    if (shown.handing !== null) this.stopping.abort();
    else if (shown.import !== null) await this.attempt(carrel().stopImport(shown.import.id));
  }

  /** Goes on with an import that was stopped. */
  async goOn(): Promise<void> {
    const id = this.shown?.import?.id;
    if (id !== undefined) await this.attempt(carrel().runImport(id));
  }

  /** Forgets the import that is shown. */
  async forget(): Promise<void> {
    const id = this.shown?.import?.id;
    this.show(null);
    if (id !== undefined)
      await carrel()
        .dropImport(id)
        .catch(() => undefined);
  }

  private async attempt(call: Promise<Import>): Promise<void> {
    try {
      this.hear({ kind: 'import', import: await call });
    } catch (error) {
      this.failed(toFailure(error));
    }
  }

  private async read(): Promise<void> {
    try {
      const latest = (await carrel().imports()).find(
        ({ state }) => state === 'running' || state === 'stopped',
      );
      if (latest !== undefined && this.shown === null) {
        this.show({ ...NEW, import: latest });
      }
    } catch {
      // The window says already that the engine does not answer.
    }
  }

  private hear(event: CarrelEvent): void {
    if (event.kind === 'engine' && event.state === 'up') void this.read();
    if (event.kind !== 'import' || event.import.id === this.done) return;
    const { shown } = this;
    const known = shown?.import ?? null;
    if (known !== null && known.id !== event.import.id) return;
    const next = { ...NEW, ...shown, import: event.import };
    // What comes while the last piece goes over is of this import: it is taken by now.
    if (event.import.state !== 'receiving') next.handing = null;
    this.show(next);
    if (event.import.state !== 'done') return;
    this.done = event.import.id;
    this.ended(next);
    const following = this.waiting.shift();
    if (following !== undefined) void this.bring(following);
  }

  /** An event may have come before the answer to the call. */
  private newer(taken: Import): Import {
    const known = this.shown?.import ?? null;
    return known !== null && known.id === taken.id && known.state !== 'running' ? known : taken;
  }

  private orNew(): BringingShown {
    return this.shown ?? NEW;
  }

  private show(shown: BringingShown | null): void {
    this.shown = shown;
    this.host.requestUpdate();
  }
}

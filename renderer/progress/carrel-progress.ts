import { LitElement, css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Travel } from '../../contract/provenance.ts';
import type { Progress, ProgressCount } from '../../contract/types.ts';
import { CommandEvent } from '../app/events.ts';
import type { Command } from '../app/keys.ts';
import type { BringingShown } from '../bring/bringing.ts';
import { stepInWords } from '../bring/step-in-words.ts';
import { progressStyles } from '../app/progress-styles.ts';
import { icons } from '../icons.ts';
import { words } from '../words/language.ts';

/** The reader wants to see the import that goes on. */
export class ImportShowEvent extends Event {
  static readonly type = 'import-show';

  constructor() {
    super(ImportShowEvent.type, { bubbles: true, composed: true });
  }
}

/**
 * What is being brought in, and what the engine is fetching, in a strip along the bottom, or why what is due is not fetched;
 * nothing while neither is to be said.
 */
@customElement('carrel-progress')
export class CarrelProgress extends LitElement {
  static override styles = [
    progressStyles,
    css`
      :host {
        display: block;
        font: var(--size-xs) / 1.25rem var(--font-ui);
      }
      .strip {
        display: flex;
        align-items: center;
        gap: var(--space-3);
        padding: var(--space-1) var(--space-4);
        border-block-start: 1px solid var(--line);
        background: var(--ground-side);
        color: var(--text-soft);
        font-variant-numeric: tabular-nums;
      }
      /* In the strip it is short, and thinner still. */
      progress {
        flex: none;
        inline-size: clamp(4rem, 20vw, 12rem);
        block-size: 0.25rem;
        margin: 0;
      }
      span {
        min-inline-size: 0;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .icon {
        flex: none;
        inline-size: 1rem;
        block-size: 1rem;
      }
      button {
        flex: none;
        min-block-size: 1.5rem;
        margin-inline-start: auto;
        padding: 0 var(--space-2);
        border: 0;
        border-radius: var(--radius-s);
        background: none;
        font: inherit;
        font-weight: 600;
        color: var(--accent-text);
        cursor: pointer;
      }
      button:hover {
        background: var(--ground-hover);
      }
      button:focus-visible {
        outline: var(--focus-ring);
        outline-offset: -2px;
      }
      .failed {
        flex: none;
        color: var(--danger-text);
      }
    `,
  ];

  @property({ attribute: false }) progress: Progress | null = null;
  @property({ attribute: false }) travel: Travel | null = null;
  @property({ attribute: false }) bringing: BringingShown | null = null;

  override render(): TemplateResult {
    return html`${this.bringingIn()} ${this.travelling()} ${this.fetching()}`;
  }

  private bringingIn(): TemplateResult | typeof nothing {
    const { bringing } = this;
    if (bringing === null || bringing.import?.state === 'done') return nothing;
    const { words: says, done, of } = stepInWords(bringing);
    return html`<div class="strip">
      <progress
        max=${Math.max(of, 1)}
        .value=${done}
        aria-label=${words().bring.bringingIn}
      ></progress>
      <span>${says}</span>
      <button @click=${() => this.dispatchEvent(new ImportShowEvent())}>
        ${words().common.show}
      </button>
    </div>`;
  }

  private travelling(): TemplateResult | typeof nothing {
    const { travel } = this;
    if (travel?.state !== 'running') return nothing;
    const { done, of } = travel;
    return html`<div class="strip">
      <progress
        max=${Math.max(of, 1)}
        .value=${done}
        aria-label=${words().progress.travelling}
      ></progress>
      <span>${words().progress.travellingOf(done, of)}</span>
      ${give('travel', words().common.show)}
    </div>`;
  }

  private fetching(): TemplateResult | typeof nothing {
    const { progress } = this;
    if (progress?.running === true) return this.working(progress);
    return this.waiting(progress?.waiting ?? null);
  }

  private working(progress: Progress): TemplateResult {
    const all = [progress.feeds, progress.pages, progress.pictures, progress.enclosures];
    const of = sum(all, (count) => count.of);
    const failed = sum(all, (count) => count.failed);
    const ended = sum(all, (count) => count.done) + failed;
    const says = words().progress;
    const parts = [
      inWords(says.feeds, progress.feeds),
      inWords(says.pages, progress.pages),
      inWords(says.pictures, progress.pictures),
      inWords(says.files, progress.enclosures),
    ].filter((part) => part !== '');
    return html`<div class="strip">
      <progress max=${Math.max(of, 1)} .value=${ended} aria-label=${says.fetching}></progress>
      <span>${says.fetchingParts(parts.join(' · '))}</span>
      ${failed === 0 ? nothing : html`<span class="failed">${says.failed(failed)}</span>`}
      ${give('cancel-refresh', says.cancel)}
    </div>`;
  }

  private waiting(why: Progress['waiting']): TemplateResult | typeof nothing {
    if (why === null) return nothing;
    const says = words().progress;
    if (why === 'offline') {
      return html`<div class="strip" role="status">
        ${icons.offline}<span>${says.offline}</span>
      </div>`;
    }
    // What is asked for by hand is fetched, whatever the setting says.
    return html`<div class="strip" role="status">
      ${icons.wait}<span>${says.metered}</span>
      ${give('refresh', says.fetchAnyway)}
    </div>`;
  }
}

function give(command: Command, name: string): TemplateResult {
  return html`<button
    @click=${(event: Event) => event.target?.dispatchEvent(new CommandEvent(command))}
  >
    ${name}
  </button>`;
}

function inWords(says: (done: number, of: number) => string, { done, of }: ProgressCount): string {
  return of === 0 ? '' : says(done, of);
}

function sum(counts: ProgressCount[], value: (count: ProgressCount) => number): number {
  return counts.reduce((total, count) => total + value(count), 0);
}

declare global {
  interface HTMLElementTagNameMap {
    'carrel-progress': CarrelProgress;
  }
  interface HTMLElementEventMap {
    'import-show': ImportShowEvent;
  }
}

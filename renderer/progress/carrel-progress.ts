import { LitElement, css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Progress, ProgressCount } from '../../contract/types.ts';
import { formatNumber } from '../format.ts';

/** What the engine is fetching, in a strip along the bottom; nothing while it fetches nothing. */
@customElement('carrel-progress')
export class CarrelProgress extends LitElement {
  static override styles = css`
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
    progress {
      flex: none;
      inline-size: clamp(4rem, 20vw, 12rem);
      block-size: 0.25rem;
      border: 0;
      border-radius: 2px;
      overflow: hidden;
      background: var(--line);
      appearance: none;
    }
    progress::-webkit-progress-bar {
      background: var(--line);
    }
    progress::-webkit-progress-value {
      border-radius: 2px;
      background: var(--accent);
      transition: inline-size var(--calm);
    }
    progress::-moz-progress-bar {
      background: var(--accent);
    }
    span {
      min-inline-size: 0;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .failed {
      flex: none;
      color: var(--danger-text);
    }
  `;

  @property({ attribute: false }) progress: Progress | null = null;

  override render(): TemplateResult | typeof nothing {
    const { progress } = this;
    if (progress === null || !progress.running) return nothing;
    const all = [progress.feeds, progress.pages, progress.pictures];
    const of = sum(all, (count) => count.of);
    const failed = sum(all, (count) => count.failed);
    const ended = sum(all, (count) => count.done) + failed;
    const words = [
      inWords('feeds', progress.feeds),
      inWords('pages', progress.pages),
      inWords('pictures', progress.pictures),
    ].filter((part) => part !== '');
    return html`<div class="strip">
      <progress max=${Math.max(of, 1)} .value=${ended} aria-label="Fetching"></progress>
      <span>Fetching: ${words.join(' · ')}</span>
      ${failed === 0 ? nothing : html`<span class="failed">${formatNumber(failed)} failed</span>`}
    </div>`;
  }
}

function inWords(noun: string, { done, of }: ProgressCount): string {
  return of === 0 ? '' : `${noun} ${formatNumber(done)} of ${formatNumber(of)}`;
}

function sum(counts: ProgressCount[], value: (count: ProgressCount) => number): number {
  return counts.reduce((total, count) => total + value(count), 0);
}

declare global {
  interface HTMLElementTagNameMap {
    'carrel-progress': CarrelProgress;
  }
}

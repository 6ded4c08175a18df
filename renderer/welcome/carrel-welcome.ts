import { LitElement, css, html, svg } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Failure } from '../../contract/types.ts';
import { controls } from '../app/controls.ts';
import { CommandEvent, ScopeSelectEvent } from '../app/events.ts';
import { toFailure } from '../../contract/errors.ts';
import { carrel } from '../carrel.ts';
import '../dialogs/carrel-add-form.ts';
import { icons } from '../icons.ts';
import { failureShown } from '../words/failure.ts';
import { words } from '../words/language.ts';

/** A reader's desk: the lamp, its light, and what lies there to be read. */
const desk = svg`<path class="light" d="M52 56h76l40 90H12z" />
  <path class="glass" d="M46 56c0-22 19-38 44-38s44 16 44 38z" />
  <path class="brass" d="M90 18v-6M90 56v80M114 58v15" /><circle class="bead" cx="114" cy="76" r="3" />
  <path class="brass" d="M66 146c0-6 10-10 24-10s24 4 24 10z" />
  <rect class="book" x="140" y="130" width="74" height="16" rx="2" />
  <rect class="book green" x="148" y="114" width="58" height="16" rx="2" />
  <path class="book" d="M152 130v16M196 114v16" />
  <path class="page" d="M6 147.5h228" />`;

/** The first start: what Carrel is for, and the ways to bring something in. */
@customElement('carrel-welcome')
export class CarrelWelcome extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: grid;
        block-size: 100%;
        overflow: auto;
        background: var(--ground);
        font: var(--size-l) / 1.5 var(--font-ui);
        color: var(--text-soft);
      }
      main {
        margin: auto;
        inline-size: min(34rem, 100vw);
        padding: var(--space-6) var(--space-5);
        text-align: center;
      }
      svg.desk {
        inline-size: 13rem;
        block-size: auto;
        fill: none;
        stroke-width: 3;
        stroke-linecap: round;
        stroke-linejoin: round;
      }
      .light {
        fill: var(--found);
        opacity: 0.35;
      }
      .glass {
        fill: var(--accent);
      }
      .brass {
        fill: var(--ground);
        stroke: var(--brass-text);
      }
      .bead {
        fill: var(--brass-text);
      }
      .page,
      .book {
        stroke: var(--text-soft);
      }
      .book.green {
        fill: var(--accent-soft);
      }
      h1 {
        margin: var(--space-4) 0 var(--space-2);
        font: 560 2.5rem / 1.15 var(--font-reading);
        letter-spacing: -0.02em;
        color: var(--text);
      }
      p {
        margin: 0 auto var(--space-6);
        max-inline-size: 27rem;
        text-wrap: balance;
      }
      .card {
        padding: var(--space-5);
        border: 1px solid var(--line);
        border-radius: var(--radius-l);
        background: var(--ground-raised);
      }
      .or {
        display: flex;
        flex-wrap: wrap;
        justify-content: center;
        gap: var(--space-3);
        margin-block-start: var(--space-5);
        font-size: var(--size-m);
      }
      .hint {
        margin-block: var(--space-4) 0;
        font-size: var(--size-s);
        color: var(--text-faint);
      }
      .error {
        margin-block: var(--space-4) 0;
        padding: var(--space-3);
        border: var(--edge);
        border-radius: var(--radius-m);
        background: var(--danger-soft);
        font-size: var(--size-s);
        color: var(--text);
      }
    `,
  ];

  @state() private opening = false;
  @state() private failure: Failure | null = null;

  override render(): TemplateResult {
    const says = words().welcome;
    return html`<main>
      <svg class="desk" viewBox="0 0 240 156" aria-hidden="true">${desk}</svg>
      <h1>Carrel</h1>
      <p>${says.words}</p>
      <div class="card"><carrel-add-form></carrel-add-form></div>
      <div class="or">
        <button class="button" @click=${() => this.open('open-files')}>
          ${icons.file} ${says.openFiles}
        </button>
        <button class="button" @click=${() => this.open('open-folder')}>
          ${icons.folder} ${says.openFolder}
        </button>
        <button class="button" ?disabled=${this.opening} @click=${this.onSample}>
          ${icons.lamp} ${this.opening ? says.opening : says.sample}
        </button>
      </div>
      ${
        this.failure === null
          ? html`<p class="hint">${says.hint}</p>`
          : html`<p class="error" role="alert">${failureShown(this.failure)}</p>`
      }
    </main>`;
  }

  private open(command: 'open-files' | 'open-folder'): void {
    this.dispatchEvent(new CommandEvent(command));
  }

  private readonly onSample = async (): Promise<void> => {
    this.opening = true;
    this.failure = null;
    try {
      await carrel().openSampleNewsroom();
      this.dispatchEvent(new ScopeSelectEvent({ kind: 'all' }));
    } catch (error) {
      this.failure = toFailure(error);
    } finally {
      this.opening = false;
    }
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'carrel-welcome': CarrelWelcome;
  }
}

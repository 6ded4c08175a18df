import { LitElement, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Import, ImportReport } from '../../contract/imports.ts';
import { controls } from '../app/controls.ts';
import { progressStyles } from '../app/progress-styles.ts';
import { formatNumber } from '../format.ts';
import { icons } from '../icons.ts';
import type { BringingShown } from './bringing.ts';
import { importReportStyles } from './import-report-styles.ts';
import { stepInWords } from './step-in-words.ts';

/** The reader wants an import to stop. */
export class ImportStopEvent extends Event {
  static readonly type = 'import-stop';

  constructor() {
    super(ImportStopEvent.type, { bubbles: true, composed: true });
  }
}

/** The reader wants an import that was stopped to go on. */
export class ImportGoOnEvent extends Event {
  static readonly type = 'import-go-on';

  constructor() {
    super(ImportGoOnEvent.type, { bubbles: true, composed: true });
  }
}

/** The reader gives up what is left of an import that was stopped. */
export class ImportForgetEvent extends Event {
  static readonly type = 'import-forget';

  constructor() {
    super(ImportForgetEvent.type, { bubbles: true, composed: true });
  }
}

/** How far bringing files in is, and in the end what came of it. */
@customElement('carrel-import-report')
export class CarrelImportReport extends LitElement {
  static override styles = [controls, progressStyles, importReportStyles];

  @property({ attribute: false }) bringing: BringingShown | null = null;

  override render(): TemplateResult | typeof nothing {
    const { bringing } = this;
    if (bringing === null) return nothing;
    const taken = bringing.import;
    const isDone = taken?.state === 'done';
    return html`${isDone ? nothing : this.step(bringing)} ${this.counts(taken, isDone)}
    ${this.refused([...bringing.unread, ...(taken?.report.refused ?? [])], bringing)}
    ${this.actions(bringing)}`;
  }

  private step(bringing: BringingShown): TemplateResult {
    const { words, done, of, detail } = stepInWords(bringing);
    const failure = bringing.import?.failure ?? null;
    return html`<div class="step">
      <p class="words">${words}</p>
      <progress max=${Math.max(of, 1)} .value=${done} aria-label=${words}></progress>
      <p class="detail"><bdi>${detail}</bdi></p>
      <p class="detail" role="status">
        ${bringing.othersWait ? 'Other files wait: they follow when these are taken' : nothing}
      </p>
      ${
        failure === null
          ? nothing
          : html`<p class="failure" role="alert">${icons.warn} <span>${failure.message}</span></p>`
      }
    </div>`;
  }

  private counts(taken: Import | null, isDone: boolean): TemplateResult | typeof nothing {
    if (taken === null) return nothing;
    const { report } = taken;
    const lines = linesOf(report);
    if (lines.length === 0 && !isDone) return nothing;
    return html`<ul class="counts" aria-label="What came of it">
      ${
        lines.length === 0
          ? html`<li>${icons.check} <span>There was nothing in it to read</span></li>`
          : lines.map((line) => html`<li>${icons.check} <span>${line}</span></li>`)
      }
    </ul>`;
  }

  private refused(
    sentences: string[],
    { import: taken, unread }: BringingShown,
  ): TemplateResult | typeof nothing {
    const count = (taken?.report.refusedCount ?? 0) + unread.length;
    if (count === 0) return nothing;
    const more = count - sentences.length;
    return html`<section class="refused">
      <h3>${icons.warn} ${formatNumber(count)} not taken</h3>
      <ul tabindex="0" aria-label="What was not taken, and why">
        ${sentences.map((sentence) => html`<li>${sentence}</li>`)}
        ${more > 0 ? html`<li>… and ${formatNumber(more)} more</li>` : nothing}
      </ul>
    </section>`;
  }

  private actions({ handing, import: taken }: BringingShown): TemplateResult | typeof nothing {
    if (handing !== null || taken?.state === 'running') {
      return html`<p class="actions">
        <button class="button" @click=${() => this.dispatchEvent(new ImportStopEvent())}>
          Stop
        </button>
        <span>What is here already stays. You can close this and read on meanwhile.</span>
      </p>`;
    }
    if (taken?.state !== 'stopped') return nothing;
    return html`<p class="actions">
      <button class="button first" @click=${() => this.dispatchEvent(new ImportGoOnEvent())}>
        Go on
      </button>
      <button class="button" @click=${() => this.dispatchEvent(new ImportForgetEvent())}>
        Leave the rest
      </button>
      <span>What is here already stays.</span>
    </p>`;
  }
}

/** What an import brought, in one line: `3 feeds added, 2 in the library before`. */
export function reportInWords(report: ImportReport): string {
  const lines = linesOf(report);
  return lines.length === 0 ? 'Nothing in it to read' : lines.join(', ');
}

function linesOf(report: ImportReport): string[] {
  const { articleCount, toFetch, feeds, present, withoutArticle } = report;
  return [
    counted(articleCount, 'article added', 'articles added'),
    counted(toFetch, 'of them is fetched now', 'of them are fetched now'),
    counted(feeds.length, 'feed added', 'feeds added'),
    counted(present, 'in the library before', 'in the library before'),
    counted(withoutArticle, 'page without an article', 'pages without an article'),
  ].filter((line) => line !== '');
}

function counted(count: number, one: string, many: string): string {
  return count === 0 ? '' : `${formatNumber(count)} ${count === 1 ? one : many}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'carrel-import-report': CarrelImportReport;
  }
  interface HTMLElementEventMap {
    'import-stop': ImportStopEvent;
    'import-go-on': ImportGoOnEvent;
    'import-forget': ImportForgetEvent;
  }
}

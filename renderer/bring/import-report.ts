import { LitElement, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Import, ImportReport } from '../../contract/imports.ts';
import { controls } from '../app/controls.ts';
import { progressStyles } from '../app/progress-styles.ts';
import { icons } from '../icons.ts';
import type { BringingShown } from './bringing.ts';
import { importReportStyles } from './import-report-styles.ts';
import { stepInWords } from './step-in-words.ts';
import { engineLanguage, failureShown } from '../words/failure.ts';
import { words } from '../words/language.ts';

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
    ${this.refused(bringing)} ${this.actions(bringing)}`;
  }

  private step(bringing: BringingShown): TemplateResult {
    const { words: howFar, done, of, detail } = stepInWords(bringing);
    const failure = bringing.import?.failure ?? null;
    return html`<div class="step">
      <p class="words">${howFar}</p>
      <progress max=${Math.max(of, 1)} .value=${done} aria-label=${howFar}></progress>
      <p class="detail"><bdi>${detail}</bdi></p>
      <p class="detail" role="status">
        ${bringing.othersWait ? words().bring.othersWait : nothing}
      </p>
      ${
        failure === null
          ? nothing
          : html`<p class="failure" role="alert">
              ${icons.warn} <span>${failureShown(failure)}</span>
            </p>`
      }
    </div>`;
  }

  private counts(taken: Import | null, isDone: boolean): TemplateResult | typeof nothing {
    if (taken === null) return nothing;
    const { report } = taken;
    const lines = linesOf(report);
    const says = words().bring;
    if (lines.length === 0 && !isDone) return nothing;
    return html`<ul class="counts" aria-label=${says.whatCame}>
      ${
        lines.length === 0
          ? html`<li>${icons.check} <span>${says.nothing}</span></li>`
          : lines.map((line) => html`<li>${icons.check} <span>${line}</span></li>`)
      }
    </ul>`;
  }

  private refused({ import: taken, unread }: BringingShown): TemplateResult | typeof nothing {
    const { bring, common } = words();
    const refused = taken?.report.refused ?? [];
    const count = (taken?.report.refusedCount ?? 0) + unread.length;
    if (count === 0) return nothing;
    const more = count - unread.length - refused.length;
    return html`<section class="refused">
      <h3>${icons.warn} ${bring.notTaken(count)}</h3>
      <ul tabindex="0" aria-label=${bring.notTakenWhy}>
        ${unread.map((sentence) => html`<li>${sentence}</li>`)}
        ${refused.map((sentence) => html`<li lang=${engineLanguage}>${sentence}</li>`)}
        ${more > 0 ? html`<li>${common.andMore(more)}</li>` : nothing}
      </ul>
    </section>`;
  }

  private actions({ handing, import: taken }: BringingShown): TemplateResult | typeof nothing {
    const { bring, common } = words();
    if (handing !== null || taken?.state === 'running') {
      return html`<p class="actions">
        <button class="button" @click=${() => this.dispatchEvent(new ImportStopEvent())}>
          ${common.stop}
        </button>
        <span>${bring.staysReadOn}</span>
      </p>`;
    }
    if (taken?.state !== 'stopped') return nothing;
    return html`<p class="actions">
      <button class="button first" @click=${() => this.dispatchEvent(new ImportGoOnEvent())}>
        ${common.goOn}
      </button>
      <button class="button" @click=${() => this.dispatchEvent(new ImportForgetEvent())}>
        ${bring.leaveRest}
      </button>
      <span>${bring.stays}</span>
    </p>`;
  }
}

/** What an import brought, in one line: `3 feeds added, 2 in the library before`. */
export function reportInWords(report: ImportReport): string {
  const lines = linesOf(report);
  return lines.length === 0 ? words().bring.nothingShort : lines.join(', ');
}

function linesOf(report: ImportReport): string[] {
  const { articleCount, toFetch, feeds, present, withoutArticle } = report;
  const says = words().bring;
  const lines: [count: number, inWords: (count: number) => string][] = [
    [articleCount, says.articlesAdded],
    [toFetch, says.toFetch],
    [feeds.length, says.feedsAdded],
    [present, says.present],
    [withoutArticle, says.withoutArticle],
  ];
  return lines.filter(([count]) => count > 0).map(([count, inWords]) => inWords(count));
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

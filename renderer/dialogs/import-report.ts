import { LitElement, css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ImportReport } from '../../contract/types.ts';
import { formatNumber } from '../format.ts';
import { icons } from '../icons.ts';

/** What became of the files that were opened, one by one, and what was refused and why. */
@customElement('carrel-import-report')
export class CarrelImportReport extends LitElement {
  static override styles = css`
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    .file {
      display: flex;
      gap: var(--space-3);
      padding-block: var(--space-3);
    }
    .file + .file {
      border-block-start: 1px solid var(--line);
    }
    .file > div {
      min-inline-size: 0;
      overflow-wrap: anywhere;
    }
    .icon {
      flex: none;
      inline-size: 1.25rem;
      block-size: 1.25rem;
      color: var(--accent-text);
    }
    .refused > .icon {
      color: var(--danger-text);
    }
    .name {
      font-weight: 600;
    }
    .what,
    li li {
      font-size: var(--size-s);
      color: var(--text-soft);
    }
    .whole li {
      margin-block-start: var(--space-1);
      padding-inline-start: var(--space-3);
      border-inline-start: 2px solid var(--danger);
    }
  `;

  @property({ attribute: false }) reports: ImportReport[] = [];

  override render(): TemplateResult {
    return html`<ul>
      ${this.reports.map((report) => this.file(report))}
    </ul>`;
  }

  private file(report: ImportReport): TemplateResult {
    const refused = report.refused.length > 0;
    return html`<li class="file ${refused ? 'refused' : ''}">
      ${refused ? icons.warn : icons.check}
      <div>
        <bdi class="name">${report.name}</bdi>
        <div class="what">${reportInWords(report)}</div>
        ${
          refused
            ? html`<ul class="whole">
                ${report.refused.map((reason) => html`<li>${reason}</li>`)}
              </ul>`
            : nothing
        }
      </div>
    </li>`;
  }
}

/** What all files together brought, in one line. */
export function importInWords(reports: readonly ImportReport[]): string {
  return reportInWords({
    name: '',
    articles: reports.flatMap(({ articles }) => articles),
    feeds: reports.flatMap(({ feeds }) => feeds),
    present: reports.reduce((sum, { present }) => sum + present, 0),
    refused: reports.flatMap(({ refused }) => refused),
  });
}

/** What a file brought: `3 feeds added, 2 in the library before`. */
function reportInWords({ articles, feeds, present, refused }: ImportReport): string {
  const parts = [
    counted(articles.length, 'article', 'articles', 'added'),
    counted(feeds.length, 'feed', 'feeds', 'added'),
    present === 0 ? '' : `${formatNumber(present)} in the library before`,
    refused.length === 0 ? '' : `${formatNumber(refused.length)} refused`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'nothing in it' : parts.join(', ');
}

function counted(count: number, one: string, many: string, verb: string): string {
  return count === 0 ? '' : `${formatNumber(count)} ${count === 1 ? one : many} ${verb}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'carrel-import-report': CarrelImportReport;
  }
}

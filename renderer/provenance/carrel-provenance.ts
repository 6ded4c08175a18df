import { LitElement, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { CarrelEvent } from '../../contract/api.ts';
import { toFailure } from '../../contract/errors.ts';
import type { CaptureInfo, Completeness, Provenance } from '../../contract/provenance.ts';
import type { ArticleId, Timestamp } from '../../contract/types.ts';
import { controls } from '../app/controls.ts';
import { carrel } from '../carrel.ts';
import { formatBytes, formatMachine, formatNames, formatWhole } from '../format.ts';
import { factsStyles } from '../dialogs/facts-styles.ts';
import { icons } from '../icons.ts';
import { isPage } from '../pages.ts';
import { provenanceStyles } from './provenance-styles.ts';
import { missingName, missingWhy, thereInWords } from './words.ts';

/** What is there of an article and what is missing, and where what is there came from. */
@customElement('carrel-provenance')
export class CarrelProvenance extends LitElement {
  static override styles = [controls, factsStyles, provenanceStyles];

  @property({ attribute: false }) articleId: ArticleId | null = null;
  @state() private provenance: Provenance | null = null;
  @state() private completeness: Completeness | null = null;
  @state() private failure: string | null = null;
  /** The capture that is looked at; `null` for none. */
  @state() private opened: number | null = null;
  private unsubscribe: (() => void) | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.unsubscribe = carrel().subscribeToEvents((event) => this.hear(event));
    void this.read();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.unsubscribe?.();
  }

  override render(): TemplateResult | typeof nothing {
    const { provenance, completeness, failure, opened } = this;
    if (failure !== null) return html`<p class="error" role="alert">${failure}</p>`;
    if (provenance === null || completeness === null) return nothing;
    if (opened !== null) return this.capturePage(opened);
    return html`${this.there(completeness)}
      <h3>Where it came from</h3>
      <dl>
        ${address('Address', provenance.address)} ${this.feeds(provenance)}
        ${line('By', formatNames(provenance.authors, null))}
        ${moment('Published', provenance.publishedAt)} ${moment('Changed', provenance.modifiedAt)}
        ${moment('Fetched', provenance.fetchedAt)} ${this.brought(provenance)}
      </dl>
      ${provenance.captures.length === 0 ? nothing : html`<h3>As it was fetched</h3>`}
      ${provenance.captures.map((capture) => this.capture(capture))}
      ${provenance.versions.length === 0 ? nothing : html`<h3>Versions of the text</h3>`}
      <dl>
        ${provenance.versions.map(
          ({ madeAt, extractor, shown }) =>
            html`${moment(shown ? 'Shown, made' : 'Made', madeAt)}
              <dd class="utc">by the extractor ${extractor}</dd>`,
        )}
      </dl>`;
  }

  private there(completeness: Completeness): TemplateResult {
    const { missing } = completeness;
    return html`<h3>What is here</h3>
      <p class="whole ${missing.length === 0 ? '' : 'lacking'}">
        ${missing.length === 0 ? icons.check : icons.warn}
        <span>
          ${thereInWords(completeness)}.
          ${missing.length === 0 ? 'Complete: readable without a network.' : ''}
        </span>
      </p>
      ${
        missing.length === 0
          ? nothing
          : html`<ul class="missing" aria-label="What is missing, and why">
                ${missing.map(
                  (one) =>
                    html`<li class=${one.failure === null ? '' : 'failed'}>
                      <strong>${missingName(one)}</strong>${missingWhy(one)}
                    </li>`,
                )}
              </ul>
              <p class="row">
                <button class="button" @click=${this.onRetry}>${icons.again} Try again</button>
              </p>`
      }`;
  }

  private feeds({ entries }: Provenance): TemplateResult[] {
    return entries.map(
      ({ title, guid, firstSeenAt }) =>
        html`<dt>Feed</dt>
          <dd><bdi>${title}</bdi></dd>
          ${guid === null ? nothing : html`<dd class="utc">known there as <bdi>${guid}</bdi></dd>`}
          <dd class="utc">first seen ${formatWhole(firstSeenAt)}</dd>`,
    );
  }

  private brought({ brought }: Provenance): TemplateResult | typeof nothing {
    if (brought === null) return nothing;
    return html`${line('Brought in with', brought.file)} ${moment('Brought in', brought.importedAt)}
    ${moment('Saved there', brought.savedAt)} ${line('Tags', brought.tags.join(', '))}`;
  }

  private capture(capture: CaptureInfo): TemplateResult {
    const { id, addressAsked, addressReached, fileName, status, headers, sha256 } = capture;
    return html`<div class="capture">
      <dl>
        ${line('File', fileName)} ${address('Asked', addressAsked)}
        ${isPage(addressReached) && addressReached !== addressAsked ? address('Reached', addressReached) : nothing}
        ${moment('Fetched', capture.fetchedAt)}
        ${line('Status', status === null ? '' : `${status}`)}
        ${line('Part', capture.part === 1 ? '' : `${capture.part}`)}
        ${line(
          'Size',
          `${formatBytes(capture.sizeBytes)} (${formatBytes(capture.keptBytes)} in the library)`,
        )}
        <dt>SHA-256</dt>
        <dd class="hash">${sha256}</dd>
        ${line('Read by', capture.extractor ?? 'nothing yet')}
      </dl>
      ${
        headers.length === 0
          ? nothing
          : html`<details>
              <summary>What the server said</summary>
              <dl>
                ${headers.map(
                  ([name, value]) =>
                    html`<dt>${name}</dt>
                      <dd>${value}</dd>`,
                )}
              </dl>
            </details>`
      }
      <p class="row">
        <button class="button" @click=${() => this.open(id)}>Look at it as it was fetched</button>
        <a class="button" href="capture/${id}?save" download>Save as a file</a>
      </p>
    </div>`;
  }

  private capturePage(id: number): TemplateResult {
    return html`<p class="row">
        <button class="button" @click=${() => this.open(null)}>${icons.back} Back</button>
        <a class="button" href="capture/${id}?save" download>Save as a file</a>
      </p>
      <p class="note">
        The page as it was fetched. Its scripts do not run, and what it would load from elsewhere,
        pictures and styles, is left out.
      </p>
      <iframe sandbox src="capture/${id}" title="The page as it was fetched"></iframe>`;
  }

  private open(id: number | null): void {
    this.opened = id;
  }

  private async read(): Promise<void> {
    const { articleId } = this;
    if (articleId === null) return;
    try {
      const [provenance, completeness] = await Promise.all([
        carrel().provenance(articleId),
        carrel().completeness(articleId),
      ]);
      this.provenance = provenance;
      this.completeness = completeness;
      this.failure = provenance === null ? 'The article is not in the library any more.' : null;
    } catch (error) {
      this.failure = toFailure(error).message;
    }
  }

  private hear(event: CarrelEvent): void {
    const { articleId } = this;
    if (event.kind === 'articles' && articleId !== null && event.ids.includes(articleId)) {
      void this.read();
    }
  }

  private readonly onRetry = async (): Promise<void> => {
    if (this.articleId === null) return;
    try {
      await carrel().retry(this.articleId);
    } catch (error) {
      this.failure = toFailure(error).message;
    }
  };
}

function line(name: string, value: string | null): TemplateResult | typeof nothing {
  if (value === null || value === '') return nothing;
  return html`<dt>${name}</dt>
    <dd><bdi>${value}</bdi></dd>`;
}

function address(name: string, value: string | null): TemplateResult | typeof nothing {
  if (!isPage(value)) return line(name, value);
  return html`<dt>${name}</dt>
    <dd>
      <a href=${value} target="_blank" rel="noopener noreferrer"><bdi>${value}</bdi></a>
    </dd>`;
}

/** A moment as the reader's clock has it, and in UTC. */
function moment(name: string, at: Timestamp | null): TemplateResult | typeof nothing {
  if (at === null) return nothing;
  return html`<dt>${name}</dt>
    <dd><time datetime=${formatMachine(at)}>${formatWhole(at)}</time></dd>
    <dd class="utc">${formatMachine(at)}</dd>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'carrel-provenance': CarrelProvenance;
  }
}

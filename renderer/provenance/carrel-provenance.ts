import { LitElement, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { CarrelEvent } from '../../contract/api.ts';
import { toFailure } from '../../contract/errors.ts';
import type { CaptureInfo, Completeness, Provenance } from '../../contract/provenance.ts';
import type { ArticleId, Failure, Timestamp } from '../../contract/types.ts';
import { controls } from '../app/controls.ts';
import { carrel } from '../carrel.ts';
import { formatBytes, formatMachine, formatNames, formatWhole } from '../format.ts';
import { factsStyles } from '../dialogs/facts-styles.ts';
import { icons } from '../icons.ts';
import { isPage } from '../pages.ts';
import { provenanceStyles } from './provenance-styles.ts';
import { missingInWords, thereInWords } from './words.ts';
import { failureShown } from '../words/failure.ts';
import { words } from '../words/language.ts';

/** What is there of an article and what is missing, and where what is there came from. */
@customElement('carrel-provenance')
export class CarrelProvenance extends LitElement {
  static override styles = [controls, factsStyles, provenanceStyles];

  @property({ attribute: false }) articleId: ArticleId | null = null;
  @state() private provenance: Provenance | null = null;
  @state() private completeness: Completeness | null = null;
  @state() private failure: Failure | null = null;
  /** Whether the article left the library meanwhile. */
  @state() private isGone = false;
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
    const { provenance, completeness, failure, isGone, opened } = this;
    const says = words().provenance;
    if (failure !== null || isGone) {
      const why = failure === null ? says.gone : failureShown(failure);
      return html`<p class="error" role="alert">${why}</p>`;
    }
    if (provenance === null || completeness === null) return nothing;
    if (opened !== null) return this.capturePage(opened);
    return html`${this.there(completeness)}
      <h3>${says.whereFrom}</h3>
      <dl>
        ${address(says.address, provenance.address)} ${this.feeds(provenance)}
        ${line(says.by, formatNames(provenance.authors, null))}
        ${moment(says.published, provenance.publishedAt)}
        ${moment(says.changed, provenance.modifiedAt)} ${moment(says.fetched, provenance.fetchedAt)}
        ${this.brought(provenance)}
      </dl>
      ${provenance.captures.length === 0 ? nothing : html`<h3>${says.asFetched}</h3>`}
      ${provenance.captures.map((capture) => this.capture(capture))}
      ${provenance.versions.length === 0 ? nothing : html`<h3>${says.versions}</h3>`}
      <dl>
        ${provenance.versions.map(
          ({ madeAt, extractor, shown }) =>
            html`${moment(shown ? says.shownMade : says.made, madeAt)}
              <dd class="utc">${says.byExtractor(extractor)}</dd>`,
        )}
      </dl>`;
  }

  private there(completeness: Completeness): TemplateResult {
    const { missing } = completeness;
    const { common, provenance: says } = words();
    return html`<h3>${says.whatIsHere}</h3>
      <p class="whole ${missing.length === 0 ? '' : 'lacking'}">
        ${missing.length === 0 ? icons.check : icons.warn}
        <span> ${thereInWords(completeness)}. ${missing.length === 0 ? says.complete : ''} </span>
      </p>
      ${
        missing.length === 0
          ? nothing
          : html`<ul class="missing" aria-label=${says.missing}>
                ${missing.map(
                  (one) =>
                    html`<li class=${one.failure === null ? '' : 'failed'}>
                      ${missingInWords(one)}
                    </li>`,
                )}
              </ul>
              <p class="row">
                <button class="button" @click=${this.onRetry}>
                  ${icons.again} ${common.tryAgain}
                </button>
              </p>`
      }`;
  }

  private feeds({ entries }: Provenance): TemplateResult[] {
    const says = words().provenance;
    return entries.map(
      ({ title, guid, firstSeenAt }) =>
        html`<dt>${says.feed}</dt>
          <dd><bdi>${title}</bdi></dd>
          ${guid === null ? nothing : html`<dd class="utc">${says.knownAs(html`<bdi>${guid}</bdi>`)}</dd>`}
          <dd class="utc">${says.firstSeen(formatWhole(firstSeenAt))}</dd>`,
    );
  }

  private brought({ brought }: Provenance): TemplateResult | typeof nothing {
    if (brought === null) return nothing;
    const says = words().provenance;
    return html`${line(says.broughtWith, brought.file)}
    ${moment(says.broughtIn, brought.importedAt)} ${moment(says.savedThere, brought.savedAt)}
    ${line(says.tags, brought.tags.join(', '))}`;
  }

  private capture(capture: CaptureInfo): TemplateResult {
    const { id, addressAsked, addressReached, fileName, status, headers, sha256 } = capture;
    const says = words().provenance;
    return html`<div class="capture">
      <dl>
        ${line(says.file, fileName)} ${address(says.asked, addressAsked)}
        ${isPage(addressReached) && addressReached !== addressAsked ? address(says.reached, addressReached) : nothing}
        ${moment(says.fetched, capture.fetchedAt)}
        ${line(says.status, status === null ? '' : `${status}`)}
        ${line(says.part, capture.part === 1 ? '' : `${capture.part}`)}
        ${line(
          says.size,
          says.sizeKept(formatBytes(capture.sizeBytes), formatBytes(capture.keptBytes)),
        )}
        <dt>SHA-256</dt>
        <dd class="hash">${sha256}</dd>
        ${line(says.readBy, capture.extractor ?? says.readByNone)}
      </dl>
      ${
        headers.length === 0
          ? nothing
          : html`<details>
              <summary>${says.serverSaid}</summary>
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
        <button class="button" @click=${() => this.open(id)}>${says.look}</button>
        <a class="button" href="capture/${id}?save" download>${says.save}</a>
      </p>
    </div>`;
  }

  private capturePage(id: number): TemplateResult {
    const { common, provenance: says } = words();
    return html`<p class="row">
        <button class="button" @click=${() => this.open(null)}>${icons.back} ${common.back}</button>
        <a class="button" href="capture/${id}?save" download>${says.save}</a>
      </p>
      <p class="note">${says.captureNote}</p>
      <iframe sandbox src="capture/${id}" title=${says.capture}></iframe>`;
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
      this.isGone = provenance === null;
      this.failure = null;
    } catch (error) {
      this.failure = toFailure(error);
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
      this.failure = toFailure(error);
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

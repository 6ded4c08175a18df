import { LitElement, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { ArticleId, Enclosure } from '../../contract/types.ts';
import { icons } from '../icons.ts';
import './carrel-player.ts';
import { controlStyles } from './control-styles.ts';
import { enclosureStyles } from './enclosure-styles.ts';
import { factsInWords, fileName, kindOf, titleOf } from './enclosures.ts';
import { isPage } from '../pages.ts';
import { EnclosureFetchEvent, EnclosureRemoveEvent } from './events.ts';
import { failureShown } from '../words/failure.ts';
import { language, words } from '../words/language.ts';

const signs = { sound: icons.sound, film: icons.film, pdf: icons.file, file: icons.file };

/** Sound, film and files that feeds gave with an article: to download, to play or open, to save. */
@customElement('carrel-enclosures')
export class CarrelEnclosures extends LitElement {
  static override styles = [controlStyles, enclosureStyles];

  @property({ attribute: false }) articleId: ArticleId = 0;
  @property({ attribute: false }) enclosures: readonly Enclosure[] = [];

  override render(): TemplateResult | typeof nothing {
    if (this.enclosures.length === 0) return nothing;
    return html`<section
      aria-label=${words().enclosures.section}
      lang=${language()}
      dir=${words().direction}
    >
      <ul>
        ${repeat(
          this.enclosures,
          // A player is never given another article's file: it would go on playing.
          ({ ordinal, address }) => `${this.articleId} ${ordinal} ${address}`,
          (enclosure) => this.card(enclosure),
        )}
      </ul>
    </section>`;
  }

  private card(enclosure: Enclosure): TemplateResult {
    const kind = kindOf(enclosure);
    return html`<li>
      <span class="sign">${signs[kind]}</span>
      <div>
        <h2><bdi>${titleOf(enclosure)}</bdi></h2>
        <p class="facts">${factsInWords(enclosure)}</p>
      </div>
      <div class="act">${this.act(enclosure)}</div>
      ${this.more(enclosure)}
    </li>`;
  }

  /** What can be done with a file that is not kept. */
  private act(enclosure: Enclosure): TemplateResult | typeof nothing {
    const title = titleOf(enclosure);
    const { common, enclosures: says } = words();
    switch (enclosure.state) {
      case 'offered':
        return this.button(
          says.download,
          icons.saved,
          title,
          () => this.fetchFile(enclosure),
          true,
        );
      case 'failed':
        return this.button(common.tryAgain, icons.again, title, () => this.fetchFile(enclosure));
      case 'waiting':
        return html`<span class="waiting"
          ><span class="spin"></span
          ><span role="status">${says.downloading}</span>
          ${this.button(common.stop, icons.stop, title, () => this.removeFile(enclosure))}</span
        >`;
      case 'kept':
        return nothing;
    }
  }

  private more(enclosure: Enclosure): TemplateResult | typeof nothing {
    const { state, failure, hash } = enclosure;
    if (state === 'kept' && hash !== null) return this.kept(enclosure, hash);
    if (state === 'failed') {
      return html`<p class="more wrong">
        ${failure === null ? words().enclosures.failed : failureShown(failure)}
      </p>`;
    }
    const plays = ['sound', 'film'].includes(kindOf(enclosure));
    if (state !== 'offered' || !plays) return nothing;
    return html`<p class="more facts">${words().enclosures.plays}</p>`;
  }

  private kept(enclosure: Enclosure, hash: string): TemplateResult {
    const says = words().enclosures;
    const kind = kindOf(enclosure);
    const title = titleOf(enclosure);
    return html`${
        kind === 'sound' || kind === 'film'
          ? html`<carrel-player
              class="more"
              .hash=${hash}
              .kind=${kind}
              .name=${title}
            ></carrel-player>`
          : nothing
      }
      <div class="more acts">
        ${
          kind === 'pdf'
            ? html`<a
                class="control"
                href="media/${hash}"
                target="_blank"
                rel="noopener"
                aria-label=${says.openThe(title)}
                >${icons.outside}<span>${says.open}</span></a
              >`
            : nothing
        }
        <a
          class="control"
          href="media/${hash}"
          download=${fileName(enclosure)}
          aria-label=${says.saveCopyOf(title)}
          >${icons.saved}<span>${says.saveCopy}</span></a
        >
        ${isDownloaded(enclosure) ? this.removeButton(enclosure, title) : nothing}
      </div>`;
  }

  private removeButton(enclosure: Enclosure, title: string): TemplateResult {
    return html`<button
      class="control"
      type="button"
      aria-label=${words().enclosures.removeOf(title)}
      @click=${() => this.removeFile(enclosure)}
    >
      ${icons.remove}<span>${words().enclosures.remove}</span>
    </button>`;
  }

  private button(
    name: string,
    icon: TemplateResult,
    title: string,
    act: () => void,
    first = false,
  ): TemplateResult {
    return html`<button
      class="control ${first ? 'first' : ''}"
      type="button"
      aria-label=${words().enclosures.actOn(name, title)}
      @click=${act}
    >
      ${icon}<span>${name}</span>
    </button>`;
  }

  private fetchFile({ ordinal }: Enclosure): void {
    this.dispatchEvent(new EnclosureFetchEvent(this.articleId, ordinal));
  }

  private removeFile({ ordinal }: Enclosure): void {
    this.dispatchEvent(new EnclosureRemoveEvent(this.articleId, ordinal));
  }
}

/** What was brought in with its article cannot be had again, and stays. */
function isDownloaded({ address }: Enclosure): boolean {
  return isPage(address);
}

declare global {
  interface HTMLElementTagNameMap {
    'carrel-enclosures': CarrelEnclosures;
  }
}

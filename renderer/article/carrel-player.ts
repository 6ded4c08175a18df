import { LitElement, css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { MediaHash } from '../../contract/types.ts';
import { icons } from '../icons.ts';
import { words } from '../words/language.ts';

/** Where each file was left, in seconds, for as long as the window lives. */
const left = new Map<MediaHash, number>();

/** Plays kept sound or film with the browser's own controls, from where it was left. */
@customElement('carrel-player')
export class CarrelPlayer extends LitElement {
  static override styles = css`
    :host {
      display: block;
    }
    audio,
    video {
      display: block;
      inline-size: 100%;
      border-radius: var(--radius-m);
    }
    audio {
      block-size: 2.75rem;
    }
    video {
      max-block-size: 70vh;
      background: #000;
    }
    :focus-visible {
      outline: var(--focus-ring);
      outline-offset: var(--focus-offset);
    }
    p {
      display: flex;
      gap: var(--space-2);
      margin: 0;
      color: var(--text-soft);
    }
    .icon {
      flex: none;
      inline-size: 1.25rem;
      block-size: 1.25rem;
      color: var(--danger-text);
    }
  `;

  @property() hash: MediaHash = '';
  @property() kind: 'sound' | 'film' = 'sound';
  /** What a screen reader calls it. */
  @property() name = '';
  /** The file that could not be played; another one is tried. */
  @state() private broken: MediaHash = '';

  override render(): TemplateResult | typeof nothing {
    const { hash } = this;
    if (hash === '') return nothing;
    if (this.broken === hash) {
      return html`<p role="alert">${icons.warn}<span>${words().enclosures.cannotPlay}</span></p>`;
    }
    return this.kind === 'film'
      ? html`<video
          controls
          preload="metadata"
          src="media/${hash}"
          aria-label=${this.name}
          @loadedmetadata=${this.onLoaded}
          @timeupdate=${this.onTime}
          @error=${this.onError}
        ></video>`
      : html`<audio
          controls
          preload="metadata"
          src="media/${hash}"
          aria-label=${this.name}
          @loadedmetadata=${this.onLoaded}
          @timeupdate=${this.onTime}
          @error=${this.onError}
        ></audio>`;
  }

  private readonly onLoaded = ({ target }: Event): void => {
    const from = left.get(this.hash) ?? 0;
    // What was heard to its end begins anew.
    if (target instanceof HTMLMediaElement && from < target.duration - 1) target.currentTime = from;
  };

  private readonly onTime = ({ target }: Event): void => {
    if (target instanceof HTMLMediaElement && target.currentTime > 0) {
      left.set(this.hash, target.currentTime);
    }
  };

  private readonly onError = (): void => {
    this.broken = this.hash;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'carrel-player': CarrelPlayer;
  }
}

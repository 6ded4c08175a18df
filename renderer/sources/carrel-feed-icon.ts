import { LitElement, css, html, nothing, unsafeCSS } from 'lit';
import type { TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Feed, MediaHash } from '../../contract/types.ts';

/** Tiles of eight hues, turned from the accent, so that they keep its lightness in every theme. */
const hues = unsafeCSS(
  Array.from({ length: 8 }, (_, index) => {
    const turn = index * 45;
    return `.hue-${index} {
      background: oklch(from var(--accent-soft) l c calc(h + ${turn}));
      color: oklch(from var(--accent-text) l c calc(h + ${turn}));
    }`;
  }).join('\n'),
);

/** A feed's icon; a tile with its first letter while there is none, or none that can be shown. */
@customElement('carrel-feed-icon')
export class CarrelFeedIcon extends LitElement {
  static override styles = css`
    :host {
      flex: none;
      display: block;
      inline-size: 1.25rem;
      block-size: 1.25rem;
    }
    span {
      display: grid;
      place-items: center;
      box-sizing: border-box;
      block-size: 100%;
      border: var(--edge);
      border-radius: var(--radius-s);
      font: 700 0.6875rem / 1 var(--font-ui);
    }
    span::before {
      content: attr(data-letter);
    }
    img {
      display: block;
      box-sizing: border-box;
      inline-size: 100%;
      block-size: 100%;
      padding: 1px;
      border-radius: var(--radius-s);
      /* Icons are drawn for white: a dark one would be lost on a dark ground. */
      background: light-dark(transparent, #e8ebe7);
      object-fit: contain;
    }
    img:not(.shown) {
      display: none;
    }
    ${hues}
  `;

  @property({ attribute: false }) feed: Feed | null = null;
  /** The icon that was loaded; another one, or none, shows the tile. */
  @state() private loaded: MediaHash | null = null;

  override render(): TemplateResult | typeof nothing {
    const { feed } = this;
    if (feed === null) return nothing;
    const shown = feed.icon !== null && feed.icon === this.loaded;
    return html`${
      shown
        ? nothing
        : // Eight hues told apart at a glance; which one a feed has carries no meaning.
          html`<span class="hue-${feed.id % 8}" data-letter=${initial(feed.title)}></span>`
    }${
      feed.icon === null
        ? nothing
        : html`<img
            class=${shown ? 'shown' : ''}
            src="media/${feed.icon}"
            alt=""
            draggable="false"
            @load=${() => {
              this.loaded = feed.icon;
            }}
            @error=${() => {
              this.loaded = null;
            }}
          />`
    }`;
  }
}

/** The first letter of a title, as a reader sees it; a title may start with a quote or an emoji. */
function initial(title: string): string {
  const letter = /\p{L}|\p{N}/u.exec(title)?.[0];
  return letter?.toLocaleUpperCase() ?? '·';
}

declare global {
  interface HTMLElementTagNameMap {
    'carrel-feed-icon': CarrelFeedIcon;
  }
}

import { css } from 'lit';

/** The window: banners, the panes or the welcome, the progress strip; over them, the drop hint. */
export const appStyles = css`
  :host {
    position: relative;
    display: flex;
    flex-direction: column;
    overflow: hidden;
    font: var(--size-m) / var(--line-height-ui) var(--font-ui);
    color: var(--text);
  }
  carrel-welcome,
  carrel-reader {
    flex: 1;
    min-block-size: 0;
  }
  carrel-reader[alone] ~ footer {
    display: none;
  }
  @media print {
    :host {
      display: block;
      overflow: visible;
    }
    carrel-banners,
    carrel-toasts,
    carrel-dialogs,
    footer {
      display: none;
    }
  }
  .drop {
    position: absolute;
    inset: 0;
    z-index: 30;
    display: grid;
    place-items: center;
    padding: var(--space-5);
    background: color-mix(in oklab, var(--ground) 82%, transparent);
    pointer-events: none;
  }
  .drop div {
    display: grid;
    place-content: center;
    place-items: center;
    gap: var(--space-2);
    inline-size: 100%;
    block-size: 100%;
    border: 2px dashed var(--accent);
    border-radius: var(--radius-l);
    font-size: var(--size-xl);
    font-weight: 600;
    color: var(--accent-text);
  }
  .drop small {
    font-size: var(--size-m);
    font-weight: 400;
    color: var(--text-soft);
  }
`;

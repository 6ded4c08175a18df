import { css } from 'lit';
import { highlighted } from '../app/highlighted.ts';

export const paletteStyles = css`
  :host {
    display: contents;
  }
  dialog {
    inline-size: min(34rem, calc(100vw - 2rem));
    max-block-size: min(32rem, calc(100vh - 2rem));
    margin-block-start: min(6rem, 10vh);
    padding: 0;
    border: var(--edge);
    border-radius: var(--radius-l);
    background: var(--ground-raised);
    box-shadow: var(--shadow-raised);
    font: var(--size-m) / var(--line-height-ui) var(--font-ui);
    color: var(--text);
    overflow: hidden;
  }
  dialog[open] {
    display: flex;
    flex-direction: column;
  }
  dialog::backdrop {
    background: var(--shade);
  }
  input {
    flex: none;
    inline-size: 100%;
    padding: var(--space-4) var(--space-5);
    border: 0;
    border-block-end: 1px solid var(--line);
    background: none;
    font-size: var(--size-l);
  }
  /* The dialog holds nothing else that could have the keyboard. */
  input:focus-visible {
    outline: none;
  }
  input::placeholder {
    color: var(--text-faint);
  }
  ul {
    min-block-size: 0;
    margin: 0;
    padding: var(--space-2);
    overflow-y: auto;
    list-style: none;
  }
  ul:empty {
    display: none;
  }
  li {
    display: flex;
    align-items: center;
    gap: var(--space-3);
    min-block-size: var(--target);
    padding: var(--space-1) var(--space-3);
    border-radius: var(--radius-m);
    cursor: pointer;
  }
  li .icon {
    color: var(--text-faint);
  }
  li[aria-selected='true'] {
    outline: var(--chosen-ring);
    outline-offset: -2px;
    background: var(--ground-selected);
  }
  .label {
    flex: 1;
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  kbd {
    flex: none;
    padding: 0.125rem var(--space-2);
    border: 1px solid var(--line);
    border-radius: var(--radius-s);
    background: var(--ground-sunk);
    font: 500 var(--size-xs) / 1.25rem var(--font-ui);
    color: var(--text-soft);
  }
  .none {
    margin: 0;
    padding: var(--space-4) var(--space-5);
    color: var(--text-soft);
  }
  .none:empty {
    display: none;
  }
  @media (forced-colors: active) {
    li[aria-selected='true'] {
      ${highlighted}
    }
  }
`;

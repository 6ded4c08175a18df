import { css } from 'lit';
import { highlighted } from '../app/highlighted.ts';

export const addFormStyles = css`
  :host {
    display: block;
    font: var(--size-m) / 1.5 var(--font-ui);
    color: var(--text);
    text-align: start;
  }
  .tabs {
    display: flex;
    gap: 2px;
    margin-block-end: var(--space-4);
    padding: 3px;
    border: var(--edge);
    border-radius: var(--radius-m);
    background: var(--ground-sunk);
  }
  .tabs label {
    flex: 1;
    padding: var(--space-1) var(--space-2);
    border-radius: 6px;
    font-weight: 500;
    text-align: center;
    color: var(--text-soft);
    cursor: pointer;
  }
  .tabs input {
    position: absolute;
    opacity: 0;
  }
  .tabs label:has(:checked) {
    outline: var(--chosen-ring);
    outline-offset: -2px;
    background: var(--ground-selected);
    font-weight: 600;
    color: var(--text);
  }
  .tabs label:has(:focus-visible) {
    outline: var(--focus-ring);
  }
  @media (forced-colors: active) {
    .tabs label:has(:checked) {
      ${highlighted}
    }
    .tabs label:has(:focus-visible) {
      outline-offset: -4px;
    }
  }
  label[for] {
    display: block;
    margin-block-end: var(--space-1);
    font-size: var(--size-s);
    font-weight: 600;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
  }
  .field {
    flex: 1 1 14rem;
    min-inline-size: 0;
    min-block-size: var(--target);
    padding: 0 var(--space-3);
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-m);
    background: var(--ground);
  }
  .field::placeholder {
    color: var(--text-faint);
    opacity: 1;
  }
  .field:focus {
    outline: var(--focus-ring);
    outline-offset: -1px;
  }
  .row .button {
    flex: none;
  }
  .help {
    margin: var(--space-2) 0 0;
    font-size: var(--size-s);
    color: var(--text-faint);
  }
  .error {
    display: flex;
    gap: var(--space-2);
    margin-block-start: var(--space-3);
    padding: var(--space-3);
    border: var(--edge);
    border-radius: var(--radius-m);
    background: var(--danger-soft);
    font-size: var(--size-s);
    overflow-wrap: anywhere;
  }
  .error p {
    margin: 0;
  }
  .error .icon {
    color: var(--danger-text);
  }
  carrel-login-fields {
    margin-block-start: var(--space-4);
  }
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    margin-block-end: var(--space-2);
    padding: 0;
    font-weight: 600;
  }
  .candidate {
    display: flex;
    align-items: baseline;
    gap: var(--space-3);
    padding: var(--space-2);
    border-radius: var(--radius-m);
  }
  .candidate:hover {
    background: var(--ground-hover);
  }
  .candidate input {
    flex: none;
    inline-size: 1rem;
    block-size: 1rem;
    accent-color: var(--accent);
  }
  .candidate span {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  small {
    display: block;
    font-size: var(--size-s);
    color: var(--text-faint);
  }
  .choose {
    display: flex;
    justify-content: flex-end;
    gap: var(--space-2);
    margin-block-start: var(--space-4);
  }
`;

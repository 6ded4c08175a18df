import { LitElement } from 'lit';

/** Asks every element below for an update: no property of it has changed, only what words mean or which keys act. */
export function redraw(root: Document | ShadowRoot): void {
  for (const element of root.querySelectorAll('*')) {
    if (element instanceof LitElement) element.requestUpdate();
    if (element.shadowRoot !== null) redraw(element.shadowRoot);
  }
}

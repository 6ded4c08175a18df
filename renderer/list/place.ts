import { noChange } from 'lit';
import type { ElementPart } from 'lit';
import { Directive, directive } from 'lit/directive.js';

/**
 * Lengths of the list, in pixels, set through the style object and not the `style` attribute:
 * the window's policy allows no inline style, and Lit's own `styleMap` writes one first.
 */
abstract class LengthDirective extends Directive {
  override render(_px: number): typeof noChange {
    return noChange;
  }

  override update(part: ElementPart, [px]: [number]): typeof noChange {
    if (part.element instanceof HTMLElement) this.set(part.element.style, px);
    return noChange;
  }

  abstract set(style: CSSStyleDeclaration, px: number): void;
}

/** Puts an element so far below the top of its list. */
export const place = directive(
  class extends LengthDirective {
    set(style: CSSStyleDeclaration, px: number): void {
      style.insetBlockStart = `${px}px`;
    }
  },
);

/** Makes an element so tall. */
export const tall = directive(
  class extends LengthDirective {
    set(style: CSSStyleDeclaration, px: number): void {
      style.blockSize = `${px}px`;
    }
  },
);

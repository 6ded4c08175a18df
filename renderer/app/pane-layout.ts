import type { LitElement, ReactiveController } from 'lit';
import type { Settings } from '../../contract/types.ts';
import { fitPanes, usualRem } from './pane-widths.ts';
import type { PaneWidth, SetPane } from './pane-widths.ts';

const panes: readonly SetPane[] = ['sources', 'list'];

/**
 * Lays the panes out: puts their widths on the host as `--sources-width` and `--list-width`. While
 * one is dragged that is all that is done, and nothing is rendered.
 */
export class PaneLayout implements ReactiveController {
  private readonly host: LitElement;
  private readonly settings: () => Settings | null;
  private windowRem = 0;
  /** The width a pane is being dragged to, in rem. */
  private dragged: { pane: SetPane; rem: number } | null = null;

  constructor(host: LitElement, settings: () => Settings | null) {
    this.host = host;
    this.settings = settings;
    host.addController(this);
  }

  hostConnected(): void {
    this.measure();
    window.addEventListener('resize', this.onResize);
  }

  hostDisconnected(): void {
    window.removeEventListener('resize', this.onResize);
  }

  hostUpdate(): void {
    this.apply();
  }

  /** The panes as they are laid out. */
  get widths(): Record<SetPane, PaneWidth> {
    const settings = this.settings();
    const set = {
      sources: settings?.sourcesWidthRem ?? usualRem.sources,
      list: settings?.listWidthRem ?? usualRem.list,
    };
    if (this.dragged !== null) set[this.dragged.pane] = this.dragged.rem;
    return fitPanes(set, this.windowRem);
  }

  /** Shows a pane as wide as it is dragged. */
  drag(pane: SetPane, rem: number): void {
    this.dragged = { pane, rem };
    this.apply();
  }

  /** Shows the panes as they are set, from the next update on: what was set may still be on its way. */
  endDrag(): void {
    this.dragged = null;
    this.host.requestUpdate();
  }

  private measure(): void {
    this.windowRem = window.innerWidth / remPx();
  }

  private apply(): void {
    const { widths, host } = this;
    for (const pane of panes) host.style.setProperty(`--${pane}-width`, `${widths[pane].rem}rem`);
  }

  /** The widths at once, so that the window is laid out once; what separators say of them after. */
  private readonly onResize = (): void => {
    this.measure();
    this.apply();
    this.host.requestUpdate();
  };
}

/** How many CSS pixels a `rem` is: the reader may have set another size of text. */
export function remPx(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}

/** The part of the window's list that scrolls. */
export function scroller(): Element | null | undefined {
  return document
    .querySelector('carrel-app')
    ?.shadowRoot?.querySelector('carrel-reader')
    ?.shadowRoot?.querySelector('carrel-list-pane')
    ?.shadowRoot?.querySelector('carrel-list')
    ?.shadowRoot?.querySelector('.scroller');
}

/** Scrolls the list so far, in pixels from its top. */
export function scrollTo(top: number): void {
  const element = scroller();
  if (!element) throw new Error('test: there is no list');
  element.scrollTop = top;
}

/**
 * The element that an event presses as a link or a button would be: by a click with any button of the
 * pointer, by Enter or by the space bar; `null` for any other event.
 */
export function pressesLink(event: MouseEvent | KeyboardEvent): Element | null {
  const [target] = event.composedPath();
  if (!(target instanceof Element)) return null;
  if (event.type === 'click' || event.type === 'auxclick') return target;
  const isKey = event instanceof KeyboardEvent && (event.key === 'Enter' || event.key === ' ');
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
  return isKey && isPlain && !event.repeat ? target : null;
}

/** Whether the reader asked the system for less motion: nothing flies, glides or scrolls softly then. */
export function isCalm(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

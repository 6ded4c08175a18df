import '../article/events.ts';
import { carrel } from '../carrel.ts';
import { attempt, markRead, readAnew, retry, setBookmark } from './actions.ts';
import type { Surface } from './actions.ts';

/**
 * Does what is asked for an article within an element, by events of the reading view and of rows:
 * to be bookmarked or read, fetched or read anew, its version, its files, its place.
 */
export function answerRequests(within: HTMLElement, surface: Surface): void {
  within.addEventListener('bookmark-toggle', ({ id, bookmarked }) => {
    void setBookmark(surface, [id], bookmarked);
  });
  within.addEventListener('read-toggle', ({ id, read }) => {
    markRead(surface, [id], read);
  });
  within.addEventListener('retry', ({ id }) => {
    void retry(surface, id);
  });
  within.addEventListener('version-show', ({ id, version }) => {
    void attempt(surface, () => carrel().showVersion(id, version));
  });
  within.addEventListener('extract-again', ({ id }) => {
    void readAnew(surface, id);
  });
  within.addEventListener('enclosure-fetch', ({ id, ordinal }) => {
    void attempt(surface, () => carrel().fetchEnclosure(id, ordinal));
  });
  within.addEventListener('enclosure-remove', ({ id, ordinal }) => {
    void attempt(surface, () => carrel().removeEnclosure(id, ordinal));
  });
  within.addEventListener('position', ({ id, position }) => {
    void attempt(surface, () => carrel().setPosition(id, position));
  });
}

import { all, isElement } from './dom.ts';
import type { PageDocument, PageElement, PageNode } from './dom.ts';

/**
 * Puts the parts of a page that its server sent late where they belong. React streams a page: what
 * is slow comes at the end in `<div hidden id="S:1">`, and a script moves it to where a
 * `<template id="B:1">` (or `P:1`) holds its place. Without the script, most of such a page is
 * hidden. A part whose place is gone is shown where it stands.
 *
 * @see https://react.dev/reference/react/Suspense
 */
export function placeStreamedParts(document: PageDocument): void {
  const parts = all(document, 'div[hidden][id^="S:"]');
  if (parts.length === 0) return;
  const places = new Map(
    all(document, 'template[id]').map((place) => [place.getAttribute('id'), place]),
  );
  for (const part of parts) {
    const number = part.getAttribute('id')?.slice(2) ?? '';
    const boundary = places.get(`B:${number}`);
    const place = boundary ?? places.get(`P:${number}`);
    if (place === undefined || part.contains(place)) part.removeAttribute('hidden');
    else {
      if (boundary !== undefined) removeFallback(boundary);
      for (const node of part.childNodes) place.before(node);
      place.remove();
      part.remove();
    }
  }
}

/** What a reader saw while the part was not there yet: all up to the comment that ends it. */
function removeFallback(boundary: PageElement): void {
  const fallback: PageNode[] = [];
  let depth = 0;
  for (let node = boundary.nextSibling; node !== null; node = node.nextSibling) {
    const mark = node.nodeType === 8 ? (node.textContent ?? '') : '';
    if (mark === '/$' && depth === 0) break;
    if (/^\$[?!~]?$/.test(mark)) depth++;
    else if (mark === '/$') depth--;
    if (isElement(node) || node.nodeType === 3) fallback.push(node);
  }
  for (const node of fallback) node.remove();
}

import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Picture } from '../../contract/types.ts';
import { pictureName } from '../article/state.ts';
import { icons } from '../icons.ts';
import { words } from '../words/language.ts';

/** What strip and grid show of a picture: the file itself, small, once it is near the view. */

/** A picture small; a sign in its place where it is not kept. A file that does not show is hidden. */
export function thumbnail({ hash }: Picture): TemplateResult {
  if (hash === null) return icons.picture;
  return html`<img
    src="media/${hash}"
    alt=""
    loading="lazy"
    decoding="async"
    fetchpriority="low"
    draggable="false"
    @load=${(event: Event) => mark(event, false)}
    @error=${(event: Event) => mark(event, true)}
  />`;
}

/** `Open picture 3 of 12: The harbour at dawn`. */
export function thumbnailName(picture: Picture, index: number, of: number): string {
  const { openPicture, openPictureNamed } = words().article;
  const name = pictureName(picture);
  return name === '' ? openPicture(index + 1, of) : openPictureNamed(index + 1, of, name);
}

function mark(event: Event, broken: boolean): void {
  if (event.currentTarget instanceof Element) {
    event.currentTarget.classList.toggle('broken', broken);
  }
}

import { PICTURE_MARK } from './clean.ts';
import { partCaption } from './credits.ts';
import { all, collapsed, namesOf } from './dom.ts';
import type { PageDocument, PageElement } from './dom.ts';
import { isNamedGallery } from './gallery-names.ts';
import { leftoverKinds } from './leftovers.ts';
import { linesOf } from './lines.ts';
import { marksIn } from './pictures.ts';
import type { PagePicture } from './pictures.ts';
import { isAside } from './regions.ts';

/** A slide's text beside its picture, in characters and in lines; more is a section of an article. */
const MAX_SLIDE_TEXT = 800;
const MAX_SLIDE_LINES = 3;

/** Text that is left in a gallery besides its captions, for each picture: a heading, a label. */
const MAX_OTHER_TEXT = 25;

/**
 * Finds the pictures that a page shows together, gives them one group, and puts each gallery
 * into one `<figure>` in its place, so that it stays whole while the article's text is found.
 *
 * 1. In elements named as a gallery, and in lists, each item with one picture gives it its text
 *    as caption.
 * 2. An element with at least two pictures and hardly any other text is a gallery; of those that
 *    hold each other, the outermost.
 */
export function gatherGalleries(
  document: PageDocument,
  root: PageElement,
  pictures: PagePicture[],
): void {
  if (pictures.length === 0) return;
  for (const holder of all(root, 'ul, ol, [class], [id]')) {
    if (isSlideHolder(holder)) takeSlideTexts(holder, pictures);
  }
  const done = new Set<PageElement>();
  for (const mark of all(root, `[${PICTURE_MARK}]`)) {
    const gallery = [...done].some((one) => one.contains(mark))
      ? null
      : galleryAround(mark, root, pictures);
    if (gallery === null) continue;
    const group = `gallery ${done.size}`;
    const marks = all(gallery, `[${PICTURE_MARK}]`);
    for (const index of marksIn(gallery)) {
      const picture = pictures[index];
      if (picture !== undefined) picture.group = group;
    }
    const figure = document.createElement('figure');
    gallery.replaceWith(figure);
    figure.append(...marks);
    done.add(figure);
  }
}

function isSlideHolder(element: PageElement): boolean {
  if (/^(?:body|main|article)$/.test(element.localName)) return false;
  if (!/^(?:ul|ol)$/.test(element.localName) && !isNamedGallery(element)) return false;
  if (isAside(element) || element.querySelector('h1') !== null) return false;
  const items = marksIn(element).length >= 2 ? itemsOf(element) : [];
  // A slide has a caption; what has paragraphs is a section of an article.
  return items.length >= 2 && items.every((item) => item.querySelector('p ~ p') === null);
}

/** The nearest elements below that hold one picture each. */
function itemsOf(holder: PageElement): PageElement[] {
  const items: PageElement[] = [];
  const waiting = [...holder.children];
  for (let element = waiting.shift(); element !== undefined; element = waiting.shift()) {
    const marks = marksIn(element).length;
    if (marks === 1) items.push(element);
    else if (marks > 1) waiting.unshift(...element.children);
  }
  return items;
}

function takeSlideTexts(holder: PageElement, pictures: PagePicture[]): void {
  const named = isNamedGallery(holder);
  const slides = itemsOf(holder).map((item) => {
    const lines = linesOf(item)
      .map((line) => line.text)
      .filter((text) => leftoverKinds(text) === null);
    return { item, picture: pictures[marksIn(item)[0] ?? -1], lines, text: lines.join(' ') };
  });
  // Lists of other articles look the same, but for their links and headlines.
  const teasers = slides.filter(
    ({ item, picture }) =>
      picture?.linksAway === true || item.querySelector('h1, h2, h3, h4') !== null,
  );
  if (teasers.length > slides.length / 2 && !named) return;
  const isSection = slides.some(
    ({ text, lines }) => text.length > MAX_SLIDE_TEXT || lines.length > MAX_SLIDE_LINES,
  );
  if (isSection || slides.some(({ picture }) => picture?.linksAway === true)) return;
  for (const { item, picture, text } of slides) {
    if (picture === undefined) continue;
    if (text !== '' && picture.caption === '') {
      const { caption, credit } = partCaption(text);
      picture.caption = caption;
      picture.credit ||= credit;
    } else if (text !== '') continue;
    if (item.hasAttribute(PICTURE_MARK)) continue;
    const mark = item.querySelector(`[${PICTURE_MARK}]`);
    if (mark !== null) item.replaceWith(mark);
  }
}

function galleryAround(
  mark: PageElement,
  root: PageElement,
  pictures: PagePicture[],
): PageElement | null {
  let found: PageElement | null = null;
  for (let at = mark.parentNode; at !== null && at !== root; at = at.parentNode) {
    if (
      /^(?:body|main|html|table|tr|td)$/.test(at.localName) ||
      at.querySelector('h1, p + p') !== null
    )
      break;
    const marks = marksIn(at);
    const text = linesOf(at)
      .map((line) => line.text)
      .filter((line) => leftoverKinds(line) === null)
      .join(' ');
    const labels = collapsed(text).length;
    if (labels > MAX_OTHER_TEXT * marks.length) break;
    const away = marks.filter((index) => pictures[index]?.linksAway === true).length;
    // Shops link their galleries' pictures to what they sell; teasers are never named so.
    const isShown = away === 0 || /(?:^|[\s_-])gallery(?:$|[\s_-])/i.test(namesOf(at));
    if (marks.length < 2 || !isShown || isAside(at)) continue;
    const keys = new Set(marks.map((index) => pictures[index]?.key));
    if (keys.size >= 2 || isNamedGallery(at)) found = at;
  }
  return found;
}

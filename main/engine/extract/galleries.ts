import { PICTURE_MARK } from './clean.ts';
import { partCaption } from './credits.ts';
import { all, collapsed } from './dom.ts';
import type { PageDocument, PageElement } from './dom.ts';
import { isNamedGallery } from './gallery-names.ts';
import { leftoverKinds } from './leftovers.ts';
import { linesOf } from './lines.ts';
import { gatherRuns } from './picture-runs.ts';
import { holdersOf, markOf, marksIn } from './pictures.ts';
import type { PagePicture } from './pictures.ts';
import { isAside } from './regions.ts';
import type { ToldPicture } from './told-pictures.ts';

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
 * 3. So are three or more pictures in a row with nothing but their captions between them, unless
 *    a script or a lightbox says what they are shown with.
 *
 * @param told What scripts say of pictures, with their groups.
 */
export function gatherGalleries(
  document: PageDocument,
  root: PageElement,
  pictures: PagePicture[],
  told: readonly ToldPicture[] = [],
): void {
  if (pictures.length === 0) return;
  const groups = new Map(told.flatMap(({ keys, group }) => keys.map((key) => [key, group])));
  for (const picture of pictures) picture.group ??= groups.get(picture.key) ?? null;
  const said = pictures.map((picture) => picture.group);
  const holders = holdersOf(root);
  for (const holder of all(root, 'ul, ol, [class], [id], [uk-slideshow], [uk-lightbox]')) {
    if (holders.has(holder) && isSlideHolder(holder)) takeSlideTexts(holder, pictures);
  }
  const measured = new Map<PageElement, Measure>();
  const gathered = new Set<PageElement>();
  let count = 0;
  for (const mark of all(root, `[${PICTURE_MARK}]`)) {
    if (gathered.has(mark)) continue;
    const gallery = galleryAround(mark, root, pictures, measured);
    if (gallery === null) continue;
    // What stands around it has less text now.
    for (let at = gallery.parentNode; at !== null && at !== root; at = at.parentNode)
      measured.delete(at);
    const marks = all(gallery, `[${PICTURE_MARK}]`);
    const figure = document.createElement('figure');
    gallery.replaceWith(figure);
    figure.append(...marks);
    for (const one of marks) {
      gathered.add(one);
      const picture = pictures[markOf(one)];
      if (picture !== undefined) picture.group = `gallery ${count}`;
    }
    count++;
  }
  joinSaid(pictures, said);
  gatherRuns(document, root, pictures, gathered);
}

/**
 * A lightbox' pictures of which some stand in one gallery and others alone, as where a page shows
 * one and hides the rest, are one gallery. Several galleries with one lightbox stay several.
 */
function joinSaid(pictures: PagePicture[], said: readonly (string | null)[]): void {
  const groups = Map.groupBy(pictures.keys(), (index) => said[index] ?? null);
  for (const [name, indices] of groups) {
    const same = indices.flatMap((index) => pictures[index] ?? []);
    const [gallery, ...more] = new Set(
      same.map(({ group }) => group).filter((group) => group !== name),
    );
    if (name === null || gallery === undefined || more.length > 0) continue;
    for (const picture of same) picture.group = gallery;
  }
}

function isSlideHolder(element: PageElement): boolean {
  if (/^(?:body|main|article)$/.test(element.localName)) return false;
  if (!/^(?:ul|ol)$/.test(element.localName) && !isNamedGallery(element)) return false;
  if (element.querySelector('h1') !== null) return false;
  const items = itemsOf(element);
  // A slide has a caption; what has paragraphs is a section of an article.
  return (
    items.length >= 2 &&
    items.every((item) => item.querySelector('p ~ p') === null) &&
    !isAside(element)
  );
}

/** The nearest elements below that hold one picture each. */
function itemsOf(holder: PageElement): PageElement[] {
  const items: PageElement[] = [];
  const waiting = [...holder.children].toReversed();
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    const marks = element.hasAttribute(PICTURE_MARK) ? 1 : marksIn(element).length;
    if (marks === 1) items.push(element);
    else if (marks > 1) for (const child of [...element.children].toReversed()) waiting.push(child);
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

/** What an element has that may be a gallery. */
interface Measure {
  marks: number[];
  /** Whether it holds what no gallery does. */
  isBlocked: boolean;
  /** Text that is not left over from a slideshow's buttons; characters. */
  labels: number;
}

function galleryAround(
  mark: PageElement,
  root: PageElement,
  pictures: PagePicture[],
  measured: Map<PageElement, Measure>,
): PageElement | null {
  let found: PageElement | null = null;
  for (let at = mark.parentNode; at !== null && at !== root; at = at.parentNode) {
    const known = measured.get(at) ?? measure(at);
    measured.set(at, known);
    const { marks, labels, isBlocked } = known;
    if (isBlocked || labels > MAX_OTHER_TEXT * marks.length) break;
    if (marks.length < 2) continue;
    const away = marks.filter((index) => pictures[index]?.linksAway === true).length;
    // Shops link their galleries' pictures to what they sell; teasers are never named so.
    const isShown = away === 0 || /(?:^|[\s_-])gallery(?:$|[\s_-])/i.test(classOf(at));
    const keys = new Set(marks.map((index) => pictures[index]?.key));
    if (isShown && (keys.size >= 2 || isNamedGallery(at))) found = at;
  }
  return found !== null && isAside(found) ? null : found;
}

function measure(element: PageElement): Measure {
  const isBlocked =
    /^(?:body|main|html|table|tr|td)$/.test(element.localName) ||
    element.querySelector('h1, p + p') !== null;
  if (isBlocked) return { marks: [], isBlocked, labels: 0 };
  const lines = linesOf(element).map((line) => line.text);
  const labels = collapsed(lines.filter((line) => leftoverKinds(line) === null).join(' ')).length;
  return { marks: marksIn(element), isBlocked, labels };
}

function classOf(element: PageElement): string {
  return `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`;
}

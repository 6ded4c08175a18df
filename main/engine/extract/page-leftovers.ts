import { PICTURE_MARK } from './clean.ts';
import { collapsed, isBlank, isElement, isText, namesOf, nodesBelow } from './dom.ts';
import type { PageElement, PageNode } from './dom.ts';
import { judgeLines, leftoverKinds, MAX_LEFTOVER } from './leftovers.ts';
import { linesOf } from './lines.ts';
import type { Line } from './lines.ts';
import { markOf } from './pictures.ts';
import type { PagePicture } from './pictures.ts';
import { comparable } from './comparable.ts';

const CONTROL =
  /light-?box|gallery|slide|carousel|modal|overlay|fancybox|photoswipe|pswp|viewer|close|counter|prev|next|arrow/i;

/**
 * Removes the leftovers of a lightbox from a page, and makes the title that stands among them
 * the caption of the picture it was shown with; that picture is then a gallery.
 */
export function removeLeftovers(root: PageElement, title: string, pictures: PagePicture[]): void {
  if (!hasShortText(root)) return;
  const wanted = comparable(title);
  const sameAsTitle = (text: string): boolean => comparable(text) === wanted;
  const lines = linesOf(root)
    .flatMap((line) => splitLine(line, sameAsTitle))
    .filter((line) => !isKept(line));
  const { leftovers, captions } = judgeLines(
    lines.map((line) => line.text),
    sameAsTitle,
    (index) => isControl(lines[index]),
  );
  if (leftovers.size === 0) return;

  const shown =
    pictureBeside(
      root,
      [...captions].flatMap((index) => lines[index]?.nodes ?? []),
      pictures,
    ) ??
    pictureBeside(
      root,
      [...leftovers]
        .filter((index) => leftoverKinds(lines[index]?.text ?? '')?.includes('counter'))
        .flatMap((index) => lines[index]?.nodes ?? []),
      pictures,
    );
  if (shown !== null) {
    if (captions.size > 0 && shown.caption === '') shown.caption = title;
    shown.group ??= 'lightbox';
  }
  const texts = countTexts(root);
  for (const index of leftovers) remove(lines[index], root, texts);
  for (const index of captions) if (!isHeading(lines[index])) remove(lines[index], root, texts);
}

/** Leftovers are short, and so is each text in them: most texts of feeds have none to look at. */
function hasShortText(root: PageElement): boolean {
  for (const node of nodesBelow(root)) {
    if (!isText(node) || isBlank(node.textContent)) continue;
    if ((node.textContent ?? '').trim().length <= MAX_LEFTOVER) return true;
  }
  return false;
}

function isHeading(line: Line | undefined): boolean {
  return line?.nodes[0]?.parentNode?.closest('h1, h2') !== null;
}

/** One line for each part where controls and a caption share a line: `X`, the title, `1 / 1`. */
function splitLine(line: Line, sameAsTitle: (text: string) => boolean): Line[] {
  if (line.nodes.length < 2 || line.nodes.length > 12) return [line];
  const parts = line.nodes.map((node) => ({ nodes: [node], text: collapsed(node.textContent) }));
  const isPart = (part: Line): boolean =>
    leftoverKinds(part.text) !== null || sameAsTitle(part.text);
  return leftoverKinds(line.text) === null && parts.every(isPart) ? parts : [line];
}

/** Cells, code and headings mean what they say: chapter `X` follows chapter `IX`. */
function isKept(line: Line): boolean {
  if (leftoverKinds(line.text) === null) return false;
  return line.nodes[0]?.parentNode?.closest('table, pre, code, h1, h2, h3, h4, h5, h6') !== null;
}

function isControl(line: Line | undefined): boolean {
  let at: PageElement | null = line?.nodes[0]?.parentNode ?? null;
  if (
    at?.closest('button, [role="button"], a[href="#"], a[href^="javascript:" i], a:not([href])') !==
    null
  )
    return true;
  // What stands right in the body is soon at the document, which is no element.
  for (let level = 0; isElement(at) && level < 3; level++, at = at.parentNode) {
    if (at.localName !== 'body' && CONTROL.test(namesOf(at))) return true;
  }
  return false;
}

/** The picture nearest to any of the nodes, counted in nodes of the page. */
function pictureBeside(
  root: PageElement,
  nodes: PageNode[],
  pictures: PagePicture[],
): PagePicture | null {
  const wanted = new Set(nodes);
  const places: number[] = [];
  const shown: { place: number; picture: PagePicture | null }[] = [];
  let place = 0;
  for (const node of nodesBelow(root)) {
    if (wanted.has(node)) places.push(place);
    if (isElement(node) && node.hasAttribute(PICTURE_MARK))
      shown.push({ place, picture: pictures[markOf(node)] ?? null });
    place++;
  }
  let nearest: PagePicture | null = null;
  let least = Number.POSITIVE_INFINITY;
  // Both lists are in the order of the page: a later picture's nearest node is no earlier one.
  let at = 0;
  const distanceTo = (index: number, from: number): number =>
    Math.abs((places[index] ?? Number.POSITIVE_INFINITY) - from);
  for (const one of shown) {
    while (at + 1 < places.length && distanceTo(at + 1, one.place) <= distanceTo(at, one.place))
      at++;
    const distance = distanceTo(at, one.place);
    if (distance >= least) continue;
    least = distance;
    nearest = one.picture;
  }
  return nearest;
}

/** How many texts that are not blank each element holds, up to `root`. */
type Texts = Map<PageElement, number>;

function countTexts(root: PageElement): Texts {
  const texts: Texts = new Map();
  for (const node of nodesBelow(root)) if (isSeenText(node)) addTexts(texts, node, root, 1);
  return texts;
}

function addTexts(texts: Texts, node: PageNode, root: PageElement, count: number): void {
  for (let at = node.parentNode; at !== null && at !== root; at = at.parentNode)
    texts.set(at, (texts.get(at) ?? 0) + count);
}

function isSeenText(node: PageNode): boolean {
  return isText(node) && !isBlank(node.textContent);
}

/** Removes a line's text, and the elements that held nothing else. */
function remove(line: Line | undefined, root: PageElement, texts: Texts): void {
  for (const node of line?.nodes ?? []) {
    let empty: PageNode = node;
    for (
      let parent = node.parentNode;
      parent !== null && parent !== root;
      parent = parent.parentNode
    ) {
      if (texts.get(parent) !== 1) break;
      if (parent.querySelector(`[${PICTURE_MARK}], iframe, video, audio`) !== null) break;
      empty = parent;
    }
    addTexts(texts, node, root, -1);
    empty.remove();
  }
}

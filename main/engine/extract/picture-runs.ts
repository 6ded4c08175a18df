import { PICTURE_MARK } from './clean.ts';
import { isBlank, isElement, isText, nextAfter } from './dom.ts';
import type { PageDocument, PageElement, PageNode } from './dom.ts';
import { markOf } from './pictures.ts';
import type { PagePicture } from './pictures.ts';
import { isAside } from './regions.ts';

/** Two pictures one under the other may be chance; from three on a page shows them together. */
const MIN_RUN = 3;

/** What stands between two pictures and parts them, though it has no text. */
const PARTS = /^(?:hr|iframe|video|audio|table|form|h[1-6]|article)$/;

/** What is no part of a page's text, so that it parts nothing. */
const UNSEEN = /^(?:script|style|template|svg)$/;

/**
 * Makes pictures that follow each other with nothing but their captions between them, which have
 * been taken out of the page by now, one gallery: one group, and one `<figure>` in the place of the
 * first.
 *
 * @param gathered Marks that belong to a gallery already.
 */
export function gatherRuns(
  document: PageDocument,
  root: PageElement,
  pictures: PagePicture[],
  gathered: ReadonlySet<PageElement>,
): void {
  for (const [index, run] of runsIn(root, gathered).entries()) {
    const shown = run.map((mark) => pictures[markOf(mark)]).filter((one) => one !== undefined);
    const keys = new Set(shown.map((picture) => picture.key));
    const [first] = run;
    if (first === undefined || keys.size < MIN_RUN || isAside(first)) continue;
    if (shown.some((picture) => picture.linksAway)) continue;
    for (const picture of shown) picture.group ??= `run ${index}`;
    const figure = document.createElement('figure');
    blockOf(first).before(figure);
    figure.append(...run);
  }
}

/** The marks of a page, in order, cut wherever anything stands between two of them. */
function runsIn(root: PageElement, gathered: ReadonlySet<PageElement>): PageElement[][] {
  const runs: PageElement[][] = [];
  let run: PageElement[] = [];
  const cut = (): void => {
    if (run.length >= MIN_RUN) runs.push(run);
    run = [];
  };
  let node: PageNode | null = root.firstChild;
  while (node !== null) {
    let goesInto = true;
    if (isElement(node)) {
      if (node.hasAttribute(PICTURE_MARK) && !gathered.has(node)) run.push(node);
      else if (node.hasAttribute(PICTURE_MARK) || PARTS.test(node.localName)) cut();
      goesInto = !UNSEEN.test(node.localName);
    } else if (isText(node) && !isBlank(node.textContent)) cut();
    node = (goesInto ? node.firstChild : null) ?? nextAfter(node, root);
  }
  cut();
  return runs;
}

/** The paragraph or figure a mark stands in. */
function blockOf(mark: PageElement): PageElement {
  return mark.closest('figure, p') ?? mark;
}

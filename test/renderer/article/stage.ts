import { afterEach } from 'vitest';
import '../../../renderer/article/carrel-article.ts';
import type { CarrelArticle } from '../../../renderer/article/carrel-article.ts';
import type { Article } from '../../../contract/types.ts';
import '../../../renderer/tokens.css';
import { settings } from './sample.ts';

// Pictures are asked for relative to the document's address: here, beside this file.
const base = document.createElement('base');
base.href = '/test/renderer/article/';
document.head.append(base);

/** Puts a reading view of a window's size into the test's page; it goes after the test. */
export async function show(article: Article | null, widthPx = 900): Promise<CarrelArticle> {
  const view = document.createElement('carrel-article');
  view.style.width = `${widthPx}px`;
  view.style.height = '600px';
  view.settings = settings;
  view.article = article;
  document.body.append(view);
  await view.updateComplete;
  await nextFrames();
  return view;
}

/** Until layout, its observers and the scroll events that follow them are through. */
export async function nextFrames(): Promise<void> {
  for (let frame = 0; frame < 3; frame += 1) {
    await new Promise((done) => {
      requestAnimationFrame(done);
    });
  }
}

/** One element of the view, in whichever of its shadow roots it is. */
export function find(view: Element, selector: string): HTMLElement {
  const [found] = findAll(view, selector);
  if (found === undefined) throw new Error(`nothing in the view is ${selector}`);
  return found;
}

/** The same where what is read of it only its kind of element has. */
export function findKind<E>(view: Element, kind: abstract new () => E, selector: string): E {
  const found = find(view, selector);
  if (!(found instanceof kind)) throw new Error(`${selector} is no ${kind.name}`);
  return found;
}

export function findAll(view: Element, selector: string): HTMLElement[] {
  return roots(view).flatMap((root) => Array.from(root.querySelectorAll<HTMLElement>(selector)));
}

/** What a reader reads, over all shadow roots. */
export function textOf(view: Element): string {
  return roots(view)
    .map((root) => [...root.children].map((child) => child.textContent).join(' '))
    .join(' ')
    .replaceAll(/\s+/g, ' ');
}

function roots(element: Element): ShadowRoot[] {
  const root = element.shadowRoot;
  if (root === null) return [];
  return [root, ...[...root.querySelectorAll('*')].flatMap((inner) => roots(inner))];
}

afterEach(() => {
  document.body.replaceChildren();
  delete document.documentElement.dataset['theme'];
});

import { createServer, type Server } from 'node:http';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';

/** Pages that are finished: what the window shows, as HTML with its styles, without any script. */
export interface StillPages {
  /** Takes what a page shows now under a name; returns the address that it is served at. */
  take(page: Page, name: string, part: StillPart): Promise<string>;
  close(): Promise<void>;
}

/** The whole window, or the open article alone. */
export type StillPart = 'window' | 'article';

const TYPES: Record<string, string> = {
  css: 'text/css',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
  jpg: 'image/jpeg',
};

/**
 * Serves finished pages on loopback, with the window's own style sheets and fonts and the library's
 * pictures, as the browser door does.
 */
export async function stillPages(windowFolder: string, libraryFolder: string): Promise<StillPages> {
  const pages = new Map<string, string>();
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').replace(/^\//, '');
    const html = pages.get(path);
    if (html !== undefined) {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html);
      return;
    }
    const media = /^media\/([0-9a-f]{2})([0-9a-f]{62})$/.exec(path);
    const file =
      media === null
        ? join(windowFolder, path)
        : join(libraryFolder, 'media', media[1] ?? '', `${media[1]}${media[2]}`);
    const type = media === null ? TYPES[path.split('.').at(-1) ?? ''] : TYPES['jpg'];
    readFile(file).then(
      (bytes) => response.writeHead(200, { 'content-type': type ?? 'text/plain' }).end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  const port = await listen(server);
  return {
    async take(page, name, part) {
      pages.set(name, await serialize(page, part));
      return `http://127.0.0.1:${port}/${name}`;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('bench: no port was given');
  return address.port;
}

/** The document with its shadow roots and the style sheets that elements share, as HTML. */
async function serialize(page: Page, part: StillPart): Promise<string> {
  return await page.evaluate((whole) => {
    const roots: ShadowRoot[] = [];
    const styles = new Map<ShadowRoot, HTMLStyleElement>();
    const visit = (parent: ParentNode): void => {
      for (const element of parent.querySelectorAll('*')) {
        const { shadowRoot } = element;
        if (shadowRoot === null) continue;
        roots.push(shadowRoot);
        const style = document.createElement('style');
        style.textContent = shadowRoot.adoptedStyleSheets
          .flatMap(({ cssRules }) => Array.from(cssRules, ({ cssText }) => cssText))
          .join('\n');
        styles.set(shadowRoot, style);
        visit(shadowRoot);
      }
    };
    visit(document);
    for (const [root, style] of styles) root.prepend(style);
    const of = whole
      ? document.documentElement
      : window.deep('carrel-app', 'carrel-reader', 'carrel-article');
    const html = of?.getHTML({ shadowRoots: roots }) ?? '';
    const own = whole ? html : `<carrel-article style="height:100vh">${html}</carrel-article>`;
    for (const style of styles.values()) style.remove();
    if (whole)
      return `<!doctype html><html>${html.replaceAll(/<script[^>]*><\/script>/g, '')}</html>`;
    const sheets = Array.from(
      document.querySelectorAll('link[rel=stylesheet]'),
      (link) => link.outerHTML,
    );
    return `<!doctype html><html><head>${sheets.join('')}</head><body>${own}</body></html>`;
  }, part === 'window');
}

import type { BrowserContext, Frame, Page, Route } from 'playwright';
import { toElectron } from './address.ts';
import { report } from './report.ts';
import { session } from './session.ts';
import type { WebContents } from './web-contents.ts';

/** Where a page wants to go. */
export interface Navigation {
  url: string;
  isMainFrame: boolean;
  /** The frame that would go there, still where it is. */
  frame: Frame;
}

/**
 * Answers every request of a window: by the app's rules and its handler of `carrel:`. Whatever
 * the app would let go to a network is stopped here and reported.
 */
export async function answerWindow(page: Page, contents: WebContents): Promise<void> {
  await page.route('**/*', async (route) => {
    const request = route.request();
    const url = toElectron(request.url());
    if (request.isNavigationRequest()) {
      const frame = request.frame();
      const isMainFrame = frame === page.mainFrame();
      if (!contents.allowsNavigation({ url, isMainFrame, frame })) {
        report({ kind: 'refused', what: 'navigation', url });
        await route.abort('aborted');
        return;
      }
    }
    if (!(await session.defaultSession.allowsRequest(url, request.method()))) {
      report({ kind: 'refused', what: 'request', url });
      await route.abort('blockedbyclient');
      return;
    }
    const body = request.postDataBuffer();
    const response = await session.defaultSession.answer(
      new Request(url, {
        method: request.method(),
        headers: await request.allHeaders(),
        ...(body === null ? {} : { body: Uint8Array.from(body) }),
      }),
    );
    if (response === undefined) {
      report({ kind: 'escaped', what: 'request', url });
      await route.abort('blockedbyclient');
      return;
    }
    await fulfil(route, response);
  });
}

/** Asks the app about every window its page would open, and opens none. */
export async function answerPopups(
  context: BrowserContext,
  contents: WebContents,
  window: Page,
): Promise<void> {
  await context.route('**/*', async (route) => {
    const url = toElectron(route.request().url());
    const kind = contents.allowsWindow(url) ? 'escaped' : 'refused';
    report({ kind, what: 'window', url });
    await route.abort('aborted');
  });
  context.on('page', (page) => {
    if (page !== window) void page.close();
  });
}

async function fulfil(route: Route, response: Response): Promise<void> {
  await route.fulfill({
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()),
  });
}

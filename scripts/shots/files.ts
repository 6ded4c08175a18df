import { createServer, type Server, type ServerResponse } from 'node:http';
import type { Page } from 'playwright';
import type { Door } from '../../test/end-to-end/doors.ts';
import { choose, fromMenu } from './hands.ts';
import { looks, type Look } from './looks.ts';

/**
 * Takes the dialogs about what is brought in, complete and kept, in every look, over a library that
 * is filled.
 * @param take takes a picture of the page under a name
 */
export async function takeFiles(
  door: Door,
  folder: string,
  take: (page: Page, name: string) => Promise<void>,
): Promise<void> {
  const held = await holdingServer();
  for (const look of looks) {
    const carrel = await door.open(folder, look.options);
    const { page } = carrel;
    const shot = (name: string): Promise<void> => take(page, `${name}-${look.name}`);
    await page.getByRole('option').first().waitFor();
    await bring(page, look);
    await shot('import-report');
    await page.keyboard.press('Escape');
    await travel(page, held, shot);
    await choose(page, /^Not complete/);
    await page.getByRole('option').first().waitFor();
    await shot('not-complete');
    await whereFrom(page);
    await shot('provenance-lacking');
    await page.keyboard.press('Escape');
    await choose(page, /^All articles/);
    await page.getByRole('option').first().waitFor();
    await whereFrom(page);
    await shot('provenance');
    await page.keyboard.press('Escape');
    await backUp(page);
    await shot('library');
    await page.getByRole('button', { name: 'Remove it' }).click();
    await carrel.close();
  }
  held.close();
}

/** Two pages, one of them with a picture that is not there, and a file that is none. */
async function bring(page: Page, look: Look): Promise<void> {
  const text = '<p>The ferry left the quay before the fog came down on the harbour.</p>'.repeat(8);
  const pageOf = (title: string, inside = ''): string =>
    `<title>${title}</title><article><h1>${title}</h1>${text}${inside}</article>`;
  const files: [name: string, content: string][] = [
    [`fog-${look.name}.html`, pageOf(`Fog, seen in ${look.name}`)],
    [`ferry-${look.name}.html`, pageOf(`The ferry in ${look.name}`, '<img src="a_files/a.png">')],
    ['a recording of the harbour, at night.bin', '\0\u0001\u0002'],
  ];
  const chooser = page.waitForEvent('filechooser');
  await fromMenu(page, 'Open files…');
  const chosen = files.map(([name, content]) => ({
    name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(content),
  }));
  await (await chooser).setFiles(chosen);
  await page.getByRole('heading', { name: 'Brought in' }).waitFor();
}

/** While it runs, and when it has ended with something that could not be had. */
async function travel(
  page: Page,
  held: HoldingServer,
  shot: (name: string) => Promise<void>,
): Promise<void> {
  held.hold();
  await page.evaluate(async (origin) => {
    for (const name of ['the-lost-lightship', 'the-second-pier']) {
      await window.carrel.savePage(`${origin}/${name}`);
    }
  }, held.origin);
  await fromMenu(page, 'Prepare for travel…');
  await shot('travel-question');
  await page.getByRole('button', { name: 'Get ready' }).click();
  await page.getByRole('button', { name: 'Stop' }).waitFor();
  await shot('travel-running');
  held.release();
  await page.getByRole('button', { name: 'Try once more' }).waitFor();
  await shot('travel-ended');
  await page.getByRole('button', { name: 'Done' }).click();
}

/** Where the last article that the list shows came from. */
async function whereFrom(page: Page): Promise<void> {
  await page.getByRole('option').last().click();
  await page.locator('carrel-article-head h1').waitFor();
  await page.keyboard.press('i');
  await page.getByRole('heading', { name: 'What is here' }).waitFor();
}

async function backUp(page: Page): Promise<void> {
  await fromMenu(page, 'Library…');
  await page.getByRole('button', { name: 'Back up' }).click();
  await page.getByRole('link', { name: 'Save the file' }).waitFor();
}

/** A server that has nothing, and says so when it is let. */
interface HoldingServer {
  origin: string;
  hold: () => void;
  release: () => void;
  close: () => void;
}

async function holdingServer(): Promise<HoldingServer> {
  let isHeld = false;
  let waiting: ServerResponse[] = [];
  const server: Server = createServer((_request, response) => {
    if (isHeld) waiting.push(response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('shots: no port');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    hold: () => void (isHeld = true),
    release() {
      isHeld = false;
      for (const response of waiting) response.writeHead(404).end();
      waiting = [];
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

import type { CDPSession, Page } from 'playwright';
import sharp from 'sharp';
import { bounds } from '../bounds.ts';
import type { Measured } from '../window.ts';
import type { Bench } from './main.ts';

const SCROLL_MS = 10_000;
/** As a finger flicks a wheel: some thirty rows a second. */
const SPEED_PX = 3000;
const STATIC_ROWS = 500;
const SCREENSHOTS = 60;
const LATE_MS = 25;
/** So long in one direction: a static list of 500 rows is not at its end by then. */
const TURN_MS = 3000;

/** Scrolling the list by the wheel for ten seconds, beside a static list of 500 rows. */
export async function scrolling({ page, beside }: Bench): Promise<Measured> {
  await page.evaluate(() => {
    const list = window.deep('carrel-app', 'carrel-reader', 'carrel-list-pane', 'carrel-list');
    const scroller = list?.shadowRoot?.querySelector('.scroller');
    if (scroller !== null && scroller !== undefined) scroller.scrollTop = 0;
  });
  await beside.setContent(staticList());
  const floor = await lateShare(beside, 200, 400);
  const ours = await lateShare(page, 500, 500);
  const blank = await blankRows(page);
  return {
    rows: [],
    limits: [
      {
        what: `late frames in ten seconds of scrolling beyond the ${percent(floor)} of a static list`,
        value: (ours - floor) * 100,
        most: bounds.window.lateFramesMore * 100,
        unit: '%',
      },
      {
        what: `empty rows in ${SCREENSHOTS} pictures of the list in motion`,
        value: blank,
        most: bounds.window.blankRows,
        unit: 'rows',
      },
    ],
    notes: [`late frames of the list: ${percent(ours)}`],
  };
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

function staticList(): string {
  const rows = Array.from(
    { length: STATIC_ROWS },
    (_, n) => `<div class="row"><b>A headline of some words, number ${n}</b><p>An excerpt of a text
      that is as long as those of the list are, in two lines of it.</p></div>`,
  );
  return `<style>body{margin:0;font:14px sans-serif} .row{height:104px;padding:12px;box-sizing:border-box;
    border-bottom:1px solid #ddd;overflow:hidden}</style>${rows.join('')}`;
}

/** The share of frames that came late. A static list is scrolled down and up again. */
async function lateShare(page: Page, x: number, y: number): Promise<number> {
  const session = await page.context().newCDPSession(page);
  const counting = page.evaluate(
    ([forMs, lateMs]) =>
      new Promise<number>((resolve) => {
        const begun = performance.now();
        let last = begun;
        let frames = 0;
        let late = 0;
        const look = (now: number): void => {
          frames += 1;
          if (now - last > lateMs) late += 1;
          last = now;
          if (now - begun < forMs) requestAnimationFrame(look);
          else resolve(late / frames);
        };
        requestAnimationFrame(look);
      }),
    [SCROLL_MS, LATE_MS] as const,
  );
  await scroll(session, x, y, SCROLL_MS);
  return await counting;
}

/** Scrolls by the wheel, down and up in turns. */
async function scroll(session: CDPSession, x: number, y: number, forMs: number): Promise<void> {
  const until = performance.now() + forMs;
  let direction = -1;
  let left = forMs;
  while (left > 0) {
    const ms = Math.min(left, TURN_MS);
    await session.send('Input.synthesizeScrollGesture', {
      x,
      y,
      yDistance: (direction * SPEED_PX * ms) / 1000,
      speed: SPEED_PX,
      gestureSourceType: 'mouse',
    });
    direction = -direction;
    left = until - performance.now();
  }
}

/** Rows of the list that are empty in pictures taken while it is scrolled. */
async function blankRows(page: Page): Promise<number> {
  const list = page.locator('carrel-list');
  const box = await list.boundingBox();
  if (box === null) throw new Error('window: there is no list');
  const session = await page.context().newCDPSession(page);
  const end = new AbortController();
  const scrolled = (async () => {
    while (!end.signal.aborted) {
      await session.send('Input.synthesizeScrollGesture', {
        x: box.x + 100,
        y: box.y + 200,
        yDistance: -SPEED_PX,
        speed: SPEED_PX,
        gestureSourceType: 'mouse',
      });
    }
  })();
  let blank = 0;
  for (let taken = 0; taken < SCREENSHOTS; taken += 1) {
    const picture = await page.screenshot({ clip: box, scale: 'css' });
    blank += await emptyBands(picture);
  }
  end.abort();
  await scrolled;
  return blank;
}

/** A row has words at its left in every 100 pixels; what is as high and has one colour is none. */
const ROW_PX = 90;

async function emptyBands(picture: Buffer): Promise<number> {
  const { data, info } = await sharp(picture)
    .extract({ left: 16, top: 0, width: 180, height: (await sharp(picture).metadata()).height })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  let even = 0;
  let bands = 0;
  for (let line = 0; line < info.height; line += 1) {
    const pixels = data.subarray(line * info.width, (line + 1) * info.width);
    const isEven = pixels.every((value) => Math.abs(value - (pixels[0] ?? 0)) < 8);
    even = isEven ? even + 1 : 0;
    if (even === ROW_PX) bands += 1;
    if (even > ROW_PX && (even - ROW_PX) % ROW_PX === 0) bands += 1;
  }
  return bands;
}

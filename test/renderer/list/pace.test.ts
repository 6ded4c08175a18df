import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Pace } from '../../../renderer/list/pace.ts';
import { FakeCarrel } from '../fake-carrel.ts';
import { openWindow, resize, row } from '../window.ts';
import { scrollTo, scroller } from './stage.ts';

describe('how fast a list is scrolled', () => {
  const changes: boolean[] = [];
  let pace: Pace;
  beforeEach(() => {
    vi.useFakeTimers();
    changes.length = 0;
    pace = new Pace(() => changes.push(pace.isFast));
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('is fast from some screens a second on, and slow soon after it', () => {
    pace.step(0, 0);
    pace.step(50, 16);
    expect(changes).toEqual([true]);
    pace.step(100, 32);
    vi.advanceTimersByTime(119);
    expect(changes).toEqual([true]);
    vi.advanceTimersByTime(1);
    vi.advanceTimersToNextFrame();
    expect(changes).toEqual([true, false]);
  });

  test('stays fast where a frame is late: it is no rest', () => {
    pace.step(0, 0);
    pace.step(50, 16);
    vi.advanceTimersByTime(121);
    pace.step(400, 150);
    vi.advanceTimersToNextFrame();
    expect(changes).toEqual([true]);
    vi.advanceTimersByTime(120);
    vi.advanceTimersToNextFrame();
    expect(changes).toEqual([true, false]);
  });

  test('is not fast at the pace of reading, nor where it begins anew elsewhere', () => {
    pace.step(0, 0);
    pace.step(10, 16);
    pace.step(20, 32);
    // After a rest, a jump: it is looked at where it ends.
    pace.step(90_000, 1000);
    expect(changes).toEqual([]);
  });

  test('tells nothing any more when it is stopped', () => {
    pace.step(0, 0);
    pace.step(50, 16);
    pace.stop();
    vi.advanceTimersByTime(1000);
    expect(changes).toEqual([true]);
  });
});

describe('a list that is scrolled', () => {
  const rows = (): Element[] => [...(scroller()?.querySelectorAll('carrel-row') ?? [])];
  const pictures = (): number =>
    rows().filter((element) => element.shadowRoot?.querySelector('canvas') !== null).length;
  const places = (): number =>
    rows().filter((element) => element.shadowRoot?.querySelector('.picture') !== null).length;

  test('fast keeps the places of pictures free, and draws them when it rests', async () => {
    await resize('three panes');
    const fake = new FakeCarrel();
    for (let at = 0; at < 200; at += 1)
      fake.add({ title: `Article ${at}`, leadPicture: 'ab'.repeat(32) });
    await openWindow(fake);
    await expect.poll(pictures).toBeGreaterThan(5);
    const seen: string[] = [];
    // Else each that passes under a pointer that rests would be drawn as pointed at.
    const answers = (): string => getComputedStyle(rows()[3] ?? document.body).pointerEvents;
    expect(answers()).toBe('auto');
    for (let step = 1; step <= 20; step += 1) {
      scrollTo(step * 100);
      await new Promise(requestAnimationFrame);
      await new Promise(requestAnimationFrame);
      const [last] = rows().slice(-1);
      seen.push(last?.shadowRoot?.querySelector('.picture')?.localName ?? 'none');
    }
    expect(seen.slice(-10)).toEqual(Array.from({ length: 10 }, () => 'div'));
    expect(places()).toBe(rows().length);
    expect(answers()).toBe('none');
    await expect.poll(pictures).toBe(rows().length);
    expect(answers()).toBe('auto');
  });

  test('offers the bookmark where the pointer is, and takes no room for it', async () => {
    await resize('three panes');
    const fake = new FakeCarrel();
    fake.add({ title: 'Quinces', source: 'A source with a name that is much longer than a row' });
    fake.add({ title: 'Harbour' });
    await openWindow(fake);
    await expect.element(row('Quinces')).toBeVisible();
    await userEvent.hover(row('Harbour'));
    const rectOf = (selector: string): DOMRect | undefined =>
      rows()[0]?.shadowRoot?.querySelector(selector)?.getBoundingClientRect();
    expect(rectOf('.dot')?.right).toBeLessThan(rectOf('.source')?.left ?? 0);
    expect(rectOf('.dot')?.left).toBeGreaterThan(rows()[0]?.getBoundingClientRect().left ?? 0);
    const [quinces] = rows();
    const mark = (): Element | null | undefined => quinces?.shadowRoot?.querySelector('.bookmark');
    const width = (): number | undefined =>
      quinces?.shadowRoot?.querySelector('.source')?.getBoundingClientRect().width;
    expect(mark()).toBeNull();
    const before = width();
    await userEvent.hover(row('Quinces'));
    await expect.poll(mark).not.toBeNull();
    expect(width()).toBe(before);
    await userEvent.click(page.getByTitle('Bookmark (B)'));
    await expect.poll(() => fake.articles.get(1)?.bookmarked).toBe(true);
  });
});

import { describe, expect, test } from 'vitest';
import type { FeedHints } from '../../../main/engine/feeds/types.ts';
import { atom, json, parse, rss } from './sample.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

function hintsOf(elements: string): FeedHints {
  return parse(rss(elements)).hints;
}

describe('how often a feed wishes to be fetched', () => {
  test.each([
    ['', null],
    ['<ttl>soon</ttl>', null],
    ['<ttl>0</ttl>', null],
    ['<ttl>-60</ttl>', null],
    ['<sy:updatePeriod>sometimes</sy:updatePeriod>', null],
    ['<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>0</sy:updateFrequency>', null],
    ['<ttl>90</ttl>', 90 * MINUTE_MS],
    ['<ttl>0.1</ttl>', MINUTE_MS],
    ['<ttl>9999999</ttl>', 30 * DAY_MS],
    ['<sy:updatePeriod> Hourly </sy:updatePeriod>', 60 * MINUTE_MS],
    [
      '<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>',
      DAY_MS / 4,
    ],
    ['<sy:updatePeriod>yearly</sy:updatePeriod>', 30 * DAY_MS],
    ['<ttl>5</ttl><sy:updatePeriod>hourly</sy:updatePeriod>', 60 * MINUTE_MS],
  ])('%s', (elements, everyMs) => {
    expect(hintsOf(elements).everyMs).toBe(everyMs);
  });
});

describe('when a feed wishes not to be fetched', () => {
  test('is nothing that is no hour or day', () => {
    const elements =
      '<skipHours><hour>25</hour><hour>-1</hour><hour>1.5</hour><hour>x</hour></skipHours><skipDays><day>Someday</day><day>7</day></skipDays>';
    expect(hintsOf(elements)).toMatchObject({ skipHours: [], skipDays: [] });
  });

  test('is hours and days, midnight also as 24', () => {
    const elements =
      '<skipHours><hour>24</hour><hour>7</hour><hour>0</hour></skipHours><skipDays><day>Sunday</day><day> wednesday </day></skipDays>';
    expect(hintsOf(elements)).toMatchObject({ skipHours: [0, 7], skipDays: [0, 3] });
  });

  test('is also a single hour or day', () => {
    const elements =
      '<skipHours><hour>3</hour></skipHours><skipDays><day>Saturday</day></skipDays>';
    expect(hintsOf(elements)).toMatchObject({ skipHours: [3], skipDays: [6] });
  });
});

describe('a feed says where it is now', () => {
  const moved = (address: string): string | null =>
    parse(rss(`<itunes:new-feed-url>${address}</itunes:new-feed-url>`)).newAddress;

  test('absolute and on the web, or not at all', () => {
    expect(moved('javascript:alert(1)')).toBeNull();
    expect(moved('/feed')).toBeNull();
    expect(moved(' https://new.example/feed ')).toBe('https://new.example/feed');
    expect(parse(rss('')).newAddress).toBeNull();
  });
});

describe('a feed has an icon', () => {
  const image = '<image><url>/banner.png</url><title>T</title></image>';
  const square = '<itunes:image href="https://example.org/square.jpg"/>';
  const atomIcons = (elements: string): string | null =>
    parse(atom('').replace('<title>', `${elements}<title>`)).iconAddress;

  test('of RSS: the square one before the banner', () => {
    expect(parse(rss('')).iconAddress).toBeNull();
    expect(parse(rss('<image><url>data:image/png;base64,</url></image>')).iconAddress).toBeNull();
    expect(parse(rss(image)).iconAddress).toBe('https://example.org/banner.png');
    expect(parse(rss(image + square)).iconAddress).toBe('https://example.org/square.jpg');
  });

  test('of Atom: the icon before the logo', () => {
    expect(atomIcons('<logo>l.png</logo>')).toBe('https://example.org/feeds/l.png');
    expect(atomIcons('<logo>l.png</logo><icon>i.png</icon>')).toBe(
      'https://example.org/feeds/i.png',
    );
  });

  test('of JSON: the icon before the favicon', () => {
    const icons = { icon: '/icon.png', favicon: '/favicon.ico' };
    expect(parse(json([], icons)).iconAddress).toBe('https://example.org/icon.png');
    expect(parse(json([], { favicon: '/favicon.ico' })).iconAddress).toBe(
      'https://example.org/favicon.ico',
    );
  });
});

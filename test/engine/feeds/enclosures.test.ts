import { describe, expect, test } from 'vitest';
import type { ParsedEnclosure } from '../../../main/engine/feeds/types.ts';
import { atom, entryOf, json, rss } from './sample.ts';

/** The enclosures of an RSS item with these elements. */
function enclosuresOf(elements: string): ParsedEnclosure[] {
  return entryOf(rss(`<item><title>T</title>${elements}</item>`)).enclosures;
}

function enclosure(url: string, attributes = ''): string {
  return `<enclosure url="${url}" ${attributes}/>`;
}

describe('no enclosures are', () => {
  test.each([
    ['addresses that are none of the web', enclosure('javascript:alert(1)', 'type="audio/mpeg"')],
    ['elements without an address', '<enclosure type="audio/mpeg" length="1"/>'],
    ['pictures', enclosure('https://example.org/a.jpg', 'type="image/jpeg"')],
    ['pictures by their names', enclosure('https://example.org/a.png?w=1')],
    [
      'pictures of Media RSS',
      '<media:content url="https://example.org/a" medium="image"/><media:thumbnail url="https://example.org/b"/>',
    ],
    [
      'pages that play a video',
      '<media:content url="https://www.youtube.com/v/x?version=3" type="application/x-shockwave-flash" medium="video"/>',
    ],
  ])('%s', (_, elements) => {
    expect(enclosuresOf(elements)).toEqual([]);
  });

  test('and sizes and durations that cannot be are none', () => {
    const elements = `${enclosure('https://example.org/a.mp3', 'length="-1"')}<itunes:duration>99999999999</itunes:duration>`;
    expect(enclosuresOf(elements)).toMatchObject([{ sizeBytes: null, durationSeconds: null }]);
  });
});

describe('an RSS item', () => {
  test('encloses files, each with what is said of it', () => {
    const elements =
      enclosure('https://example.org/a.mp3', 'type="Audio/MPEG; x=y" length="42"') +
      enclosure('/b.pdf') +
      '<itunes:duration>1:02:03</itunes:duration>';
    expect(enclosuresOf(elements)).toEqual([
      {
        address: 'https://example.org/a.mp3',
        type: 'audio/mpeg',
        title: null,
        sizeBytes: 42,
        durationSeconds: 3723,
      },
      {
        address: 'https://example.org/b.pdf',
        type: 'application/pdf',
        title: null,
        sizeBytes: null,
        durationSeconds: null,
      },
    ]);
  });

  test('encloses each file once, with all that is said of it', () => {
    const elements =
      enclosure('https://example.org/a.mp3', 'length="42"') +
      '<media:content url="https://example.org/a.mp3" type="audio/mpeg" duration="9"><media:title>A &amp;amp; B</media:title></media:content>';
    expect(enclosuresOf(elements)).toMatchObject([
      { title: 'A & B', sizeBytes: 42, durationSeconds: 9 },
    ]);
  });

  test('has of the renditions in a group the one that plays best', () => {
    const elements = `<media:group><media:title>Fog</media:title>
      <media:content url="https://example.org/a.m3u8" medium="video" bitrate="9000" isDefault="true"/>
      <media:content url="https://example.org/low.mp4" type="video/mp4" bitrate="300"/>
      <media:content url="https://example.org/high.mp4" type="video/mp4" bitrate="900"/>
      <media:content url="https://example.org/sample.mp4" type="video/mp4" bitrate="990" expression="sample"/>
      <media:content url="https://example.org/a.jpg" medium="image"/></media:group>`;
    expect(enclosuresOf(elements)).toMatchObject([
      { address: 'https://example.org/high.mp4', title: 'Fog' },
    ]);
  });

  test('has a type by its name where the feed gives a general one', () => {
    const general = 'type="application/octet-stream"';
    expect(enclosuresOf(enclosure('https://example.org/a.M4A?x=1', general))).toMatchObject([
      { type: 'audio/mp4' },
    ]);
    expect(enclosuresOf(enclosure('https://example.org/a', general))).toMatchObject([
      { type: 'application/octet-stream' },
    ]);
    expect(enclosuresOf(enclosure('https://example.org/a'))).toMatchObject([{ type: null }]);
  });
});

test('an Atom entry encloses by links', () => {
  const link =
    '<link rel="enclosure" href="/a.ogg" type="audio/ogg" length="7" title="Part 1"/><link rel="alternate" href="/a"/>';
  expect(entryOf(atom(`<entry><id>1</id><title>T</title>${link}</entry>`)).enclosures).toEqual([
    {
      address: 'https://example.org/a.ogg',
      type: 'audio/ogg',
      title: 'Part 1',
      sizeBytes: 7,
      durationSeconds: null,
    },
  ]);
});

test('a JSON item encloses attachments', () => {
  const attachments = [
    {
      url: 'https://example.org/a.mp3',
      mime_type: 'audio/mpeg',
      title: 'A',
      size_in_bytes: 9,
      duration_in_seconds: 60.4,
    },
    { url: 'https://example.org/a.webp', mime_type: 'image/webp' },
  ];
  expect(entryOf(json([{ id: '1', title: 'T', attachments }])).enclosures).toEqual([
    {
      address: 'https://example.org/a.mp3',
      type: 'audio/mpeg',
      title: 'A',
      sizeBytes: 9,
      durationSeconds: 60,
    },
  ]);
});

import { describe, expect, test } from 'vitest';
import { iconsOfPage } from '../../../main/engine/feeds/icons.ts';

function icons(html: string, address: string | null = 'https://example.org/news/'): string[] {
  return iconsOfPage({ bytes: Buffer.from(html), address, contentType: 'text/html' });
}

/** The icons of a page by the last part of their addresses. */
function names(html: string): (string | undefined)[] {
  return icons(html).map((address) => address.split('/').at(-1));
}

describe('no icon is named', () => {
  test.each([
    '',
    'plain text',
    '<link rel="icon">',
    '<link href="/favicon.ico">',
    '<link rel="stylesheet" href="/icon.css">',
    // One colour, for a mask.
    '<link rel="mask-icon" href="/mask.svg" color="#000">',
    '<link rel="icon" href="javascript:alert(1)">',
    '<link rel="icon" href="file:///etc/passwd">',
    '<link rel="icon" href="data:text/html,<p>">',
    '<a rel="icon" href="/favicon.ico">',
  ])('in %s', (html) => {
    expect(icons(html)).toEqual([]);
  });
});

test('icons are absolute, each once, at most four', () => {
  const html = `<base href="https://cdn.example.org/x/">
    <LINK REL="Shortcut Icon" HREF="../favicon.ico"><link rel="icon" href="/favicon.ico">`;
  expect(icons(html)).toEqual(['https://cdn.example.org/favicon.ico']);
  const many = Array.from({ length: 9 }, (_, n) => `<link rel="icon" href="/${n}.png">`).join('');
  expect(icons(many)).toHaveLength(4);
});

test('an icon inside the page is one', () => {
  const address = 'data:image/svg+xml,%3Csvg/%3E';
  expect(icons(`<link rel="icon" href="${address}">`)).toEqual([address]);
});

test('what looks sharp in a list comes first, then what is too large, last what is too small', () => {
  const html = `
    <link rel="icon" sizes="16x16" href="/16.png">
    <link rel="apple-touch-icon" href="/apple.png">
    <link rel="icon" sizes="512x512" href="/512.png">
    <link rel="icon" sizes="48x48" href="/48.png">`;
  expect(names(html)).toEqual(['48.png', 'apple.png', '512.png', '16.png']);
});

test('an icon of several sizes counts with the best of them', () => {
  const html = `<link rel="icon" sizes="96x96" href="/96.png">
    <link rel="icon" sizes="16x16 32X32" href="/favicon.ico">`;
  expect(names(html)).toEqual(['favicon.ico', '96.png']);
});

test('a drawing has every size, and of equals the last counts, as in browsers', () => {
  const html = `<link rel="icon" sizes="any" href="/any.ico">
    <link rel="icon" type="image/svg+xml" href="/icon.svg">
    <link rel="icon" href="/unsaid.ico">
    <link rel="icon" sizes="huge" href="/huge.png">`;
  expect(names(html)).toEqual(['icon.svg', 'any.ico', 'huge.png', 'unsaid.ico']);
});

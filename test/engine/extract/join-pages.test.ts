import { expect, test } from 'vitest';
import { joinParts } from '../../../main/engine/extract/join-pages.ts';
import type { ExtractedArticle, ExtractedPicture } from '../../../main/engine/extract/types.ts';
import { extractTextFile } from '../../../main/engine/extract/text.ts';

function picture(name: string, gallery: number | null = null): ExtractedPicture {
  const address = `https://paper.example/${name}.jpg`;
  return {
    address,
    others: [],
    alt: '',
    caption: '',
    credit: '',
    gallery,
    width: null,
    height: null,
  };
}

function part(text: string, changes: Partial<ExtractedArticle> = {}): ExtractedArticle {
  const plain = extractTextFile({ bytes: Buffer.from(text), name: 'part.txt' });
  const wordCount = text.split(' ').length;
  return { ...plain, wordCount, title: 'The ice', html: `<p>${text}</p>`, text, ...changes };
}

const figure = (ordinal: number): string => `<figure data-picture="${ordinal}"></figure>`;

test('one part is itself', () => {
  const only = part('One.');
  expect(joinParts([only])).toBe(only);
});

test('another article ends it, whatever follows', () => {
  const first = part('One.', { nextAddress: 'https://paper.example/ice/2' });
  const whole = joinParts([first, part('Other.', { title: 'The fog' }), part('Three.')]);
  expect(whole).toMatchObject({ text: 'One.', nextAddress: null });
});

test('texts follow one another, and the last part says where it goes on', () => {
  const whole = joinParts([
    part('One two.', { authors: ['Ada Byron'], nextAddress: 'https://paper.example/ice/2' }),
    part('Three.', { title: 'The ice (2/3)', nextAddress: 'https://paper.example/ice/3' }),
  ]);
  expect(whole).toMatchObject({
    title: 'The ice',
    authors: ['Ada Byron'],
    html: '<p>One two.</p><p>Three.</p>',
    text: 'One two.\nThree.',
    wordCount: 3,
    nextAddress: 'https://paper.example/ice/3',
  });
});

test('pictures keep their places and galleries; what every part repeats is there once', () => {
  const whole = joinParts([
    part('One.', {
      html: `${figure(0)}<p>One.</p>${figure(1)}`,
      pictures: [picture('lead'), picture('a', 0)],
    }),
    part('Two.', {
      html: `${figure(0)}<p>Two.</p>${figure(1)}${figure(2)}`,
      pictures: [picture('lead'), picture('b', 0), picture('c')],
    }),
  ]);
  expect(whole.html).toBe(`${figure(0)}<p>One.</p>${figure(1)}<p>Two.</p>${figure(2)}${figure(3)}`);
  expect(whole.pictures.map(({ address, gallery }) => [address.slice(22), gallery])).toEqual([
    ['lead.jpg', null],
    ['a.jpg', 0],
    ['b.jpg', 1],
    ['c.jpg', null],
  ]);
});

test('notes are numbered on, so that none of a part is taken for that of another', () => {
  const noted = (words: string): string =>
    `<p>${words} <sup><a data-note="1">1</a></sup><sup><a data-note="2">2</a></sup></p><ol><li data-note-text="1">${words} one.</li><li data-note-text="2">${words} two.</li></ol>`;
  const whole = joinParts([
    part('Ice.', { html: noted('Ice.') }),
    part('Fog.', { html: '<p>data-note="7"</p>' }),
    part('Rain.', { html: noted('Rain.') }),
  ]);
  expect(whole.html).toBe(
    noted('Ice.') +
      '<p>data-note="7"</p>' +
      noted('Rain.')
        .replaceAll('note="2"', 'note="4"')
        .replaceAll('note="1"', 'note="3"')
        .replaceAll('text="2"', 'text="4"')
        .replaceAll('text="1"', 'text="3"'),
  );
});

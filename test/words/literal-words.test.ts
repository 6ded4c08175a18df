import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { literalWords } from './literal-words.ts';

const renderer = join(import.meta.dirname, '../../renderer');

/** Names and signs that are the same in every language. */
const unspoken = new Set(['Carrel', 'SHA-256', 'SHA-256:', 'Aa', 'https://']);

/** What the browser calls its keys and kinds; it is never shown. */
const browserNames = new Set([
  'Enter',
  'Escape',
  'Space',
  'Home',
  'End',
  'Tab',
  'Delete',
  'Backspace',
  'Files',
  'Mac',
  'noopener noreferrer nofollow',
]);

const sources = readdirSync(renderer, { recursive: true, encoding: 'utf8' }).filter(
  (path) => path.endsWith('.ts') && !/^words\/[a-z]{2}\.ts$/u.test(path),
);

test.each(sources)('%s takes its words from the catalogue', (path) => {
  const words = literalWords(readFileSync(join(renderer, path), 'utf8'));
  expect(words.filter((each) => !unspoken.has(each) && !browserNames.has(each))).toEqual([]);
});

describe('words in a source are found', () => {
  test.each([
    ['in the text of a template', 'html`<p>${icon} Drop to bring in<small>now</small></p>`'],
    ['between tags', 'html`<button class="button" ?disabled=${busy}>Save</button>`'],
    ['in a label', 'html`<nav aria-label="Sources"></nav>`'],
    ['in a tooltip with an expression', 'html`<b title="Menu of ${title}"></b>`'],
    ['in a template within a template', 'html`<p>${busy ? html`<b>Saving</b>` : nothing}</p>`'],
    ['in a string that is shown', "toasts.show('Bookmark removed')"],
    ['in a label of one word', "const themes = [{ theme: 'light', label: 'Light' }]"],
    ['in a sentence with a part', '`last fetched ${when}`'],
  ])('%s', (_, source) => {
    expect(literalWords(source)).not.toEqual([]);
  });

  test.each([
    ['an import', "import { html } from './some words.ts'"],
    ['a type', "type Pane = 'Left pane' | 'Right pane'"],
    ['a style sheet', 'css`.or { margin: auto auto }`'],
    ['classes and other attributes', 'html`<p class="error first" lang="en">${why}</p>`'],
    ['a fault of Carrel’s own', "throw new Error('words: none is loaded')"],
    ['an expression between tags', 'html`<p @click=${() => this.go()}>${says.go}</p>`'],
  ])('but not in %s', (_, source) => {
    expect(literalWords(source)).toEqual([]);
  });
});

import { Marked } from 'marked';
import { decodePage } from '../extract/decode.ts';
import { parseDate } from '../feeds/dates.ts';
import type { Said } from './types.ts';
import { wholePage } from './whole-page.ts';

const marked = new Marked({ gfm: true, async: false });

/** Longer front matter is no front matter. */
const MAX_FRONT_MATTER = 20_000;

/**
 * Markdown (CommonMark, with GitHub's tables and the like) as a whole HTML page, to be read as any
 * page: HTML that stands in it goes through, and what reads the page cleans it. Total.
 * @returns the page, and what its front matter says of it
 */
export function markdownToHtml(bytes: Uint8Array): { html: string; said: Partial<Said> } {
  const text = decodePage(bytes, 'text/markdown').replaceAll(/\r\n?/g, '\n');
  const { fields, body } = frontMatterOf(text);
  const said = saidOf(fields);
  const html = wholePage({
    // A title in the text comes with it.
    title: said.title ?? null,
    address: said.address ?? null,
    language: oneOf(fields, 'lang', 'language'),
    description: oneOf(fields, 'description', 'summary'),
    authors: said.authors ?? [],
    siteName: null,
    publishedAt: said.publishedAt ?? null,
    body:
      said.title === undefined || said.title === null
        ? inHtml(body)
        : withoutTitle(inHtml(body), said.title),
  });
  return { html, said };
}

function inHtml(markdown: string): string {
  return marked.parse(markdown, { async: false });
}

/** A first heading that says the title again. */
function withoutTitle(html: string, title: string): string {
  const heading = /^\s*<h1>([^<]*)<\/h1>/.exec(html);
  return heading?.[1]?.trim() === title.trim() ? html.slice(heading[0].length) : html;
}

/** The fields of front matter, by their names in lower case; of what is nested, nothing. */
type Fields = ReadonlyMap<string, string[]>;

/** Front matter as Jekyll, Hugo, Obsidian and others write it: `key: value`, and lists. */
function frontMatterOf(text: string): { fields: Fields; body: string } {
  const fields = new Map<string, string[]>();
  const matter = /^\uFEFF?---[ \t]*\n([\s\S]*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(text);
  const written = matter?.[1];
  if (matter === null || written === undefined || written.length > MAX_FRONT_MATTER) {
    return { fields, body: text };
  }
  let key = '';
  for (const line of written.split('\n')) {
    const [, name, value = ''] = /^([\w-]+)[ \t]*:[ \t]*(.*)$/.exec(line) ?? [];
    const [, item] = /^[ \t]+-[ \t]+(.+)$|^-[ \t]+(.+)$/.exec(line)?.filter(Boolean) ?? [];
    if (name !== undefined) {
      key = name.toLowerCase();
      fields.set(key, valuesOf(value));
    } else if (item !== undefined && key !== '') {
      fields.set(key, [...(fields.get(key) ?? []), unquoted(item)]);
    }
  }
  return { fields, body: text.slice(matter[0].length) };
}

function valuesOf(written: string): string[] {
  const list = /^\[(.*)\]\s*$/.exec(written.trim())?.[1];
  const values = list === undefined ? [written] : list.split(',');
  return values.map(unquoted).filter((value) => value !== '');
}

function unquoted(written: string): string {
  const text = written.trim();
  return (
    /^"(.*)"$|^'(.*)'$/
      .exec(text)
      ?.slice(1)
      .find((inside) => inside !== undefined) ?? text
  );
}

function saidOf(fields: Fields): Partial<Said> {
  const said: Partial<Said> = {};
  const title = oneOf(fields, 'title');
  const address = URL.parse(oneOf(fields, 'canonical', 'url', 'source', 'link') ?? '');
  const authors = fields.get('authors') ?? fields.get('author') ?? [];
  const publishedAt = timeOf(oneOf(fields, 'date', 'published', 'created'));
  const tags = fields.get('tags') ?? [];
  if (title !== null) said.title = title;
  if (address !== null && /^https?:$/.test(address.protocol)) said.address = address.href;
  if (authors.length > 0) said.authors = authors;
  if (publishedAt !== null) said.publishedAt = publishedAt;
  if (tags.length > 0) said.tags = tags;
  return said;
}

function timeOf(written: string | null): number | null {
  return written === null ? null : parseDate(written);
}

function oneOf(fields: Fields, ...names: string[]): string | null {
  for (const name of names) {
    const value = fields.get(name)?.[0];
    if (value !== undefined && value !== '') return value;
  }
  return null;
}

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';

/**
 * Pages whose articles people have read, in a folder that is not part of Carrel:
 *
 *     articles/html/ID.html.gz, articles/truth/ID.json        url, title, author, date, text
 *     articles-multilingual/html/ID.html.gz, truth.json       url, title, author, date, with, without
 *     galleries.json                                          file, pictures, galleries, optional
 */

/** A page and what a person found on it. */
export interface CorpusPage {
  id: string;
  file: string;
  url: string | null;
  /** `false` for the fifth that is kept aside: nothing is made to measure for it. */
  isForWork: boolean;
  truth: Truth;
}

export interface Truth {
  text: string | null;
  /** Phrases of the article, and phrases around it. */
  with: string[];
  without: string[];
  title: string | null;
  author: string | null;
  /** YYYY-MM-DD. */
  date: string | null;
}

/** The pictures of a page. Each is named by a part of its address. */
export interface PictureTruth {
  pictures: { key: string; caption: string }[];
  galleries: string[][];
  /** Neither missed nor too many. */
  optional: string[];
}

export interface PicturePage {
  id: string;
  file: string;
  truth: PictureTruth;
}

export interface Corpus {
  articles: CorpusPage[];
  multilingual: CorpusPage[];
  galleries: PicturePage[];
}

const text = z.string().nullish();
const truthSchema = z.object({
  url: text,
  title: text,
  author: z
    .union([z.string(), z.array(z.string())])
    .nullish()
    .transform((names) => (Array.isArray(names) ? names.join(', ') : names)),
  date: text,
  text: text,
  with: z.array(z.string()).optional(),
  without: z.array(z.string()).optional(),
});
const listSchema = z.array(truthSchema.extend({ id: z.string() }));
const galleriesSchema = z.array(
  z.object({
    id: z.string(),
    file: z.string(),
    pictures: z.array(z.object({ key: z.string(), caption: z.string().optional() })),
    galleries: z.array(z.array(z.string())),
    optional: z.array(z.string()).optional(),
  }),
);

/** Reads what a corpus holds, pages not. @throws Error naming what is not there or not understood */
export function readCorpus(folder: string): Corpus {
  const truths = join(folder, 'articles/truth');
  if (!existsSync(truths)) throw new Error(`bench: there are no articles in ${folder}`);
  const multilingual = join(folder, 'articles-multilingual');
  return {
    articles: readdirSync(truths)
      .toSorted()
      .map((name) => {
        const id = name.replace(/\.json$/, '');
        const file = join(folder, 'articles/html', `${id}.html.gz`);
        return toPage(id, file, truthSchema.parse(readJson(join(truths, name))));
      }),
    multilingual: listSchema
      .parse(readJson(join(multilingual, 'truth.json')))
      .map(({ id, ...truth }) => toPage(id, join(multilingual, 'html', `${id}.html.gz`), truth)),
    galleries: galleriesSchema
      .parse(readJson(join(folder, 'galleries.json')))
      .map(({ id, file, pictures, galleries, optional = [] }) => ({
        id,
        file: join(folder, file),
        truth: {
          pictures: pictures.map(({ key, caption = '' }) => ({ key, caption })),
          galleries,
          optional,
        },
      })),
  };
}

/** The bytes of a page, unpacked where it is a gzip file. */
export function pageBytes(file: string): Uint8Array {
  const bytes = readFileSync(file);
  return file.endsWith('.gz') ? gunzipSync(bytes) : bytes;
}

function toPage(id: string, file: string, truth: z.infer<typeof truthSchema>): CorpusPage {
  return {
    id,
    file,
    url: truth.url ?? null,
    // By chance, and always the same.
    isForWork: (createHash('sha256').update(id).digest()[0] ?? 0) % 5 !== 0,
    truth: {
      text: truth.text ?? null,
      with: truth.with ?? [],
      without: truth.without ?? [],
      title: truth.title ?? null,
      author: truth.author ?? null,
      date: truth.date ?? null,
    },
  };
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}

import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { bounds } from './bounds.ts';
import { pageBytes, readCorpus, type CorpusPage, type PicturePage } from './corpus.ts';
import type { Extractor, FromExtractor, ToExtractor } from './extract-child.ts';
import type { Limit, Report } from './report.ts';
import {
  authorRate,
  dateRate,
  fourGramF1,
  phraseF1,
  pictureScore,
  titleRate,
  wordF1,
  type Case,
  type Given,
} from './score.ts';

const EXTRACTORS: Extractor[] = ['carrel', 'readability', 'defuddle'];

/** The first pages only warm the three up; they are scored and not timed. */
const UNTIMED = 20;

interface Extracting {
  child: ChildProcess;
  given: Map<string, Given>;
  ms: number[];
  peakMb: number;
}

/**
 * Extraction beside @mozilla/readability and defuddle (each with linkedom), over pages that people
 * have read: how much of the articles each gives, and at what cost. Page by page in turn, each in a
 * process of its own.
 */
export async function extract(corpusFolder: string): Promise<Report> {
  const { articles, multilingual, galleries } = readCorpus(corpusFolder);
  const pages = [...articles, ...multilingual, ...galleries];
  const all = new Map(EXTRACTORS.map((name) => [name, startExtracting()]));
  for (const [index, page] of pages.entries()) {
    const bytes = pageBytes(page.file);
    const url = 'url' in page ? page.url : null;
    for (const [extractor, state] of all) {
      const answer = await ask(state.child, { extractor, bytes, url });
      state.given.set(page.file, answer.given);
      state.peakMb = answer.peakMb;
      if (index >= UNTIMED) state.ms.push(answer.ms);
    }
    if (index % 100 === 0) console.error(`extract: page ${index} of ${pages.length}`);
  }
  for (const { child } of all.values()) child.disconnect();

  const figures = EXTRACTORS.map((name) => {
    const state = all.get(name);
    return state === undefined ? [] : figuresOf(state, articles, multilingual, galleries);
  });
  const [ours = [], readability = []] = figures;
  return {
    bench: 'extract',
    rows: [],
    tables: [
      [
        ['', 'Carrel', 'readability', 'defuddle'],
        ...ours.map(({ what, digits }, at) => [
          what,
          ...figures.map((column) => (column[at]?.value ?? Number.NaN).toFixed(digits)),
        ]),
      ],
    ],
    limits: limitsOf(ours, readability),
    notes: [
      `${articles.length} pages, ${multilingual.length} multilingual, ${galleries.length} judged for pictures;`,
      'kept aside: the fifth of them that nothing is made to measure for',
    ],
  };
}

interface Figure {
  what: string;
  value: number;
  digits: number;
  /** Bounded with the name that it has in `bounds.extract`. */
  bound?: keyof typeof bounds.extract | undefined;
}

function figuresOf(
  { given, ms, peakMb }: Extracting,
  articles: CorpusPage[],
  multilingual: CorpusPage[],
  galleries: PicturePage[],
): Figure[] {
  const casesOf = <T>(pages: { file: string; truth: T }[]): Case<T>[] =>
    pages.flatMap(({ file, truth }) => {
      const one = given.get(file);
      return one === undefined ? [] : [{ truth, given: one }];
    });
  const aside = <P extends CorpusPage>(pages: P[]): P[] =>
    pages.filter(({ isForWork }) => !isForWork);
  const whole = casesOf(articles);
  const other = casesOf(multilingual);
  const pictures = pictureScore(casesOf(galleries));
  return [
    { what: 'word F1', value: wordF1(whole), digits: 4, bound: 'wordF1' },
    { what: 'four-gram F1', value: fourGramF1(whole), digits: 4, bound: 'fourGramF1' },
    ...metadataFigures('', whole, ['title', 'author', 'date']),
    ...textFiguresAside(casesOf(aside(articles))),
    {
      what: 'multilingual: with/without F1',
      value: phraseF1(other),
      digits: 4,
      bound: 'phraseF1',
    },
    ...metadataFigures('multilingual: ', other, ['titleOther', 'authorOther', 'dateOther']),
    {
      what: 'multilingual, kept aside: with/without F1',
      value: phraseF1(casesOf(aside(multilingual))),
      digits: 4,
    },
    { what: 'pictures: recall', value: pictures.recall, digits: 3, bound: 'pictureRecall' },
    {
      what: 'pictures: precision',
      value: pictures.precision,
      digits: 3,
      bound: 'picturePrecision',
    },
    { what: 'captions', value: pictures.captions, digits: 3, bound: 'captions' },
    { what: 'galleries', value: pictures.galleries, digits: 3, bound: 'galleries' },
    { what: MS, value: ms.reduce((sum, one) => sum + one, 0) / ms.length, digits: 1 },
    { what: 'peak memory, MB', value: peakMb, digits: 0 },
  ];
}

const MS = 'ms per page';

function metadataFigures(
  prefix: string,
  cases: Case[],
  names: [title: Figure['bound'], author: Figure['bound'], date: Figure['bound']],
): Figure[] {
  const rates = [titleRate(cases), authorRate(cases), dateRate(cases)];
  return ['title', 'author', 'date'].map((field, at) => ({
    what: prefix + field,
    value: rates[at] ?? Number.NaN,
    digits: 3,
    bound: names[at],
  }));
}

function textFiguresAside(cases: Case[]): Figure[] {
  return [
    { what: 'kept aside: word F1', value: wordF1(cases), digits: 4 },
    { what: 'kept aside: four-gram F1', value: fourGramF1(cases), digits: 4 },
  ];
}

function limitsOf(ours: Figure[], readability: Figure[]): Limit[] {
  const limits = ours.flatMap(({ what, value, bound }): Limit[] =>
    bound === undefined ? [] : [{ what, value, least: bounds.extract[bound], unit: '' }],
  );
  const msOf = (figures: Figure[]): number =>
    figures.find(({ what }) => what === MS)?.value ?? Number.NaN;
  return [
    ...limits,
    {
      what: `${MS}, readability + linkedom = 1`,
      value: msOf(ours) / msOf(readability),
      most: bounds.extractTime,
      unit: '',
    },
  ];
}

function startExtracting(): Extracting {
  const child = fork(fileURLToPath(new URL('extract-child.ts', import.meta.url)), {
    serialization: 'advanced',
    // What the others print of a page is none of ours.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  return { child, given: new Map(), ms: [], peakMb: 0 };
}

async function ask(child: ChildProcess, question: ToExtractor): Promise<FromExtractor> {
  const ended = new AbortController();
  const onExit = (): void => ended.abort(new Error(`bench: ${question.extractor} ended`));
  child.once('exit', onExit);
  try {
    child.send(question);
    const [answer]: FromExtractor[] = await once(child, 'message', { signal: ended.signal });
    if (answer === undefined) throw new Error(`bench: ${question.extractor} gave nothing`);
    return answer;
  } finally {
    child.off('exit', onExit);
  }
}

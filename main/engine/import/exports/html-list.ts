import { Parser } from 'htmlparser2';
import { CarrelError } from '../../../../contract/errors.ts';
import { textOf, type Source } from './source.ts';

/** Longer than any title; the rest of one is not read. */
const MAX_TEXT = 5_000;

/** Larger than 500,000 links with their icons. */
const MAX_LIST_CHARACTERS = 500_000_000;

/** A tag that is not closed for so long is none, and would be gathered in memory. */
const MAX_TAG_CHARACTERS = 20_000_000;

/** A link of a list, and under what it stands. */
export interface ListedLink {
  /** Names in lower case. */
  attributes: Readonly<Record<string, string>>;
  title: string;
  /** The last `h1` before it. */
  section: string;
  /** The `h3` that head the lists it is in, from the outermost. */
  folders: string[];
}

/**
 * Reads the links of a page that is a list of them, as they come, without ever holding the page. A
 * page that is cut off has those before its end.
 *
 * @throws CarrelError `too-large`, or `invalid` where the file cannot be read
 */
export async function* readLinks(source: Source): AsyncGenerator<ListedLink> {
  const found: ListedLink[] = [];
  const parser = listParser((link) => found.push(link));
  let length = 0;
  let sinceTag = 0;
  for await (const piece of textOf(source)) {
    length += piece.length;
    // Measured by pieces: with an end of a tag in it, there is nothing left of what came before.
    sinceTag = piece.includes('>') ? 0 : sinceTag + piece.length;
    if (length > MAX_LIST_CHARACTERS || sinceTag > MAX_TAG_CHARACTERS) {
      throw new CarrelError('too-large', `import: cannot read ${source.name}: it is too long`);
    }
    parser.write(piece);
    yield* found.splice(0);
  }
  parser.end();
  yield* found;
}

/** Browsers head their own folders so; they are no word of the reader. */
const OWN_FOLDERS = ['personal_toolbar_folder', 'unfiled_bookmarks_folder'];

function listParser(onLink: (link: ListedLink) => void): Parser {
  let section = '';
  /** The heading that the next `dl` belongs to. */
  let heading = '';
  const folders: string[] = [];
  /** What text is gathered for. */
  let open: 'h1' | 'h3' | 'a' | null = null;
  let text = '';
  let attributes: Record<string, string> = {};
  let isOwn = false;

  const finish = (): void => {
    if (open === 'h1') section = text.trim();
    if (open === 'h3') heading = isOwn ? '' : text.trim();
    if (open === 'a') {
      onLink({ attributes, title: text, section, folders: folders.filter((name) => name !== '') });
    }
    open = null;
    text = '';
  };

  return new Parser(
    {
      onopentag(name, written) {
        if (name === 'a' || name === 'h1' || name === 'h3') {
          // A link that nobody closed ends where the next begins.
          finish();
          open = name;
          attributes = written;
          isOwn = OWN_FOLDERS.some((own) => Object.hasOwn(written, own));
        } else if (name === 'dl') {
          finish();
          folders.push(heading);
          heading = '';
        } else if (name === 'dt' || name === 'li') finish();
      },
      onclosetag(name) {
        if (name === open) finish();
        else if (name === 'dl') {
          finish();
          folders.pop();
        }
      },
      ontext(piece) {
        if (open !== null && text.length < MAX_TEXT) text += piece;
      },
      onend: finish,
    },
    { decodeEntities: true },
  );
}

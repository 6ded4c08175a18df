import { pictureType } from '../fetch/picture-type.ts';
import {
  addressIn,
  furnitureOf,
  readPackage,
  type BookItem,
  type BookPackage,
} from './epub-package.ts';
import { MAX_PAGE_BYTES, MAX_RESOURCE_BYTES } from './limits.ts';
import { NOTHING_SAID, type Sink, type StagedFile, type Unpacker } from './types.ts';
import { shownName, unreadable } from './words.ts';
import { readXml, type XmlElement } from './xml.ts';
import { openZip, readEntry, type Zip, type ZipEntry } from './zip.ts';

/** Where the files of a book are. */
const BOOK = 'saved://book/';

/** Ten times what the lists of a book of ten thousand files take. */
const MAX_LIST_BYTES = 16 * 1024 * 1024;

/** These make fonts useless outside of the book, and lock nothing (EPUB 3.3, 4.4). */
const FONT_OBFUSCATION =
  /^http:\/\/(?:www\.idpf\.org\/2008\/embedding|ns\.adobe\.com\/pdf\/enc#RC)$/;

/**
 * A book (EPUB 2 and 3): each document of its reading order is a page, and its pictures are what the
 * pages show.
 *
 * 1. `META-INF/container.xml` names the package document; where it is missing, the first `.opf` is it.
 * 2. What is locked by DRM cannot be read, and the book is refused with a word that says so.
 * 3. The package says title, authors and order (`epub-package.ts`), the table of contents what the
 *    chapters are called.
 * 4. Pages in their order, without cover and tables of contents; then pictures.
 */
export const unpackEpub: Unpacker = async (file, sink) => {
  const zip = await openZip(file, sink);
  try {
    await unpackBook({ zip, file, sink, locked: new Set() });
  } finally {
    zip.close();
  }
};

interface Reading {
  zip: Zip;
  file: StagedFile;
  sink: Sink;
  /** The addresses of what is encrypted. */
  locked: Set<string>;
}

async function unpackBook(reading: Reading): Promise<void> {
  const { zip, file, sink } = reading;
  const home = await packageAddress(reading);
  const elements = await readList(home, reading);
  if (elements === undefined) throw unreadable(file, 'what lists the parts of the book is missing');
  const book = readPackage(elements, home);
  reading.locked = await lockedIn(reading);
  if (book.spine.some(({ address }) => reading.locked.has(address))) {
    throw unreadable(file, 'it is locked by a copy protection (DRM), which Carrel cannot open');
  }
  const labels = await labelsOf(book, reading);
  let pages = 0;
  for (const item of book.spine) {
    if (!isDocument(item) || book.furniture.has(item.address)) continue;
    const entry = entryOf(item.address, zip);
    if (entry === undefined) {
      const name = shownName(pathOf(item.address));
      sink.refuse(`import: cannot take “${name}” of ${file.name}: it is missing`);
      continue;
    }
    const bytes = await readEntry(entry, MAX_PAGE_BYTES, sink);
    if (bytes === undefined) continue;
    const title = labels.get(item.address) ?? null;
    const chapter = title ?? titleIn(bytes, book) ?? fileNameOf(item.address);
    sink.page({
      ...NOTHING_SAID,
      title,
      authors: book.authors,
      siteName: book.title,
      publishedAt: book.publishedAt,
      bytes,
      contentType: item.type,
      name: `${shownName(book.title ?? file.name)} › ${shownName(chapter)}`,
      base: item.address,
      status: null,
      headers: [],
    });
    pages += 1;
  }
  if (pages === 0) sink.refuse(`import: ${file.name} has no chapter that can be read`);
  else await givePictures(book, reading);
}

async function givePictures(book: BookPackage, reading: Reading): Promise<void> {
  const { zip, sink, locked } = reading;
  for (const { address, type } of book.items) {
    if (!type.startsWith('image/') || locked.has(address)) continue;
    const entry = entryOf(address, zip);
    if (entry === undefined) continue;
    const bytes = await readEntry(entry, MAX_RESOURCE_BYTES, sink);
    if (bytes === undefined) continue;
    if (pictureType(bytes) === null) sink.count(bytes.length);
    else sink.resource(address, bytes);
  }
}

async function packageAddress(reading: Reading): Promise<string> {
  const container = await readList(`${BOOK}META-INF/container.xml`, reading);
  const named = container?.find(({ name }) => name === 'rootfile')?.attributes.get('full-path');
  const address = addressIn(named, BOOK);
  if (address !== null && entryOf(address, reading.zip) !== undefined) return address;
  const first = reading.zip.entries.find(({ name }) => /\.opf$/i.test(name));
  if (first === undefined) throw unreadable(reading.file, 'it is no book (EPUB)');
  return addressOf(first.name);
}

/** What `META-INF/encryption.xml` (EPUB OCF 3.3, 4.2.6.3.2) says is encrypted, but for fonts. */
async function lockedIn(reading: Reading): Promise<Set<string>> {
  const elements = (await readList(`${BOOK}META-INF/encryption.xml`, reading)) ?? [];
  const locked = new Set<string>();
  let algorithm: string | null = null;
  for (const { name, attributes } of elements) {
    if (name === 'encrypteddata') algorithm = null;
    // The second one is that of the key.
    if (name === 'encryptionmethod') algorithm ??= attributes.get('algorithm') ?? '';
    if (name !== 'cipherreference' || FONT_OBFUSCATION.test(algorithm ?? '')) continue;
    const address = addressIn(attributes.get('uri'), BOOK);
    if (address !== null) locked.add(address);
  }
  return locked;
}

/**
 * What the table of contents calls each document: the first entry that leads to it. Adds to the
 * furniture what its landmarks call so.
 */
async function labelsOf(book: BookPackage, reading: Reading): Promise<Map<string, string>> {
  const labels = new Map<string, string>();
  if (book.contents === undefined) return labels;
  const home = book.contents.address;
  const elements = (await readList(home, reading)) ?? [];
  const links = elements.filter(({ name }) => name === 'a');
  for (const address of furnitureOf(links, home)) book.furniture.add(address);
  let label = '';
  for (const { name, attributes, text } of elements) {
    // NCX writes the name in front of the place.
    if (name === 'text') label = text;
    // A landmark says what a place is (“Cover”), not what it is called.
    if ((name !== 'a' && name !== 'content') || attributes.has('type')) continue;
    const address = addressIn(attributes.get(name === 'a' ? 'href' : 'src'), home);
    const said = name === 'a' ? text : label;
    if (address !== null && said !== '' && !labels.has(address)) labels.set(address, said);
  }
  return labels;
}

/** The elements of a list of the book; `undefined` where it is missing or cannot be read. */
async function readList(address: string, reading: Reading): Promise<XmlElement[] | undefined> {
  const entry = entryOf(address, reading.zip);
  if (entry === undefined) return undefined;
  const bytes = await readEntry(entry, MAX_LIST_BYTES, reading.sink);
  if (bytes === undefined) return undefined;
  reading.sink.count(bytes.length);
  return readXml(bytes);
}

/** The title in a document's head; the one of the book, which most write into all, says nothing. */
function titleIn(bytes: Uint8Array, book: BookPackage): string | null {
  const start = readXml(bytes.subarray(0, 16_384));
  const title = start.find(({ name }) => name === 'title')?.text ?? '';
  return title === '' || title === book.title ? null : title;
}

function isDocument({ address, type }: BookItem): boolean {
  return /^(?:application\/xhtml\+xml|text\/html)$/.test(type) || /\.x?html?$/i.test(address);
}

function entryOf(address: string, zip: Zip): ZipEntry | undefined {
  return zip.find(pathOf(address));
}

/** The path within the book that an address stands for. */
function pathOf(address: string): string {
  const path = address.slice(BOOK.length);
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function fileNameOf(address: string): string {
  const path = pathOf(address);
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The address of a path within the book. */
function addressOf(path: string): string {
  return BOOK + path.split('/').map(encodeURIComponent).join('/');
}

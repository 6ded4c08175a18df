import { createReadStream } from 'node:fs';
import { CarrelError } from '../../../contract/errors.ts';
import type { Timestamp } from '../../../contract/types.ts';
import { parseDate } from '../extract/dates.ts';
import { isPage } from '../fetch/file-type.ts';
import { pictureType } from '../fetch/picture-type.ts';
import { fieldOf, plainValue, type Field } from './fields.ts';
import { MAX_HEAD_BYTES, plainBody, readHttpHead } from './http-message.ts';
import { MAX_PAGE_BYTES, MAX_RESOURCE_BYTES } from './limits.ts';
import { createRedirects, type Redirects } from './redirects.ts';
import { NOTHING_SAID, type Said, type Sink, type Unpacker } from './types.ts';
import { recordsOf, type WarcRecord } from './warc-records.ts';
import { causeOf, megabytes, shownName, unreadable } from './words.ts';
import { EntryError } from './zip.ts';

/** A web archive, from its beginning each time. */
export interface WarcSource {
  name: string;
  open: () => AsyncIterable<Uint8Array>;
}

/**
 * What a list of pages says of one in the archive, or `null` where it does not list it.
 * @param savedAt when that record was made
 */
export type PageChoice = (address: string, savedAt: Timestamp | null) => Partial<Said> | null;

/** A web archive: every HTML page in it, and every picture. */
export const unpackWarc: Unpacker = async (file, sink) => {
  const source: WarcSource = { name: file.name, open: () => createReadStream(file.path) };
  const records = await unpackWarcs([source], sink, () => ({}));
  if (records > 0) return;
  const cause = file.sizeBytes === 0 ? 'it is empty' : 'there is no record of a web archive in it';
  throw unreadable(file, cause);
};

/**
 * Web archives that belong together, as in a WACZ.
 *
 * 1. `response` and `resource` records: pages and pictures are given, all others passed over.
 * 2. Redirects are remembered, and a picture is given under each address that led to it; so is one
 *    that a `revisit` says is the same as at another address. A `revisit` is else passed over without
 *    a word: what it would show is given by the record that it refers to.
 * 3. Where a picture came before a redirect to it, the archives are read again for those pictures.
 * @param choose tells which pages are taken
 * @returns how many records there were
 */
export async function unpackWarcs(
  sources: WarcSource[],
  sink: Sink,
  choose: PageChoice,
): Promise<number> {
  const redirects = createRedirects();
  let records = 0;
  for (const { name, open } of sources) {
    const taking: Taking = { name, sink, choose, redirects };
    records += await eachRecord(open(), name, sink, (record) => takeRecord(record, taking));
  }
  if (!redirects.cameLate()) return records;
  // What was not given was told the first time.
  const again: Sink = { ...withoutWords(sink), page() {} };
  for (const { name, open } of sources) {
    const taking: Taking = { name, sink: again, choose: () => null, redirects };
    await eachRecord(open(), name, again, (record) => takeRecord(record, taking));
  }
  return records;
}

/** The same sink, for what was told before. */
export function withoutWords(sink: Sink): Sink {
  return {
    page: (page) => sink.page(page),
    link: (link) => sink.link(link),
    resource: (address, bytes) => sink.resource(address, bytes),
    count: (sizeBytes) => sink.count(sizeBytes),
    refuse() {},
  };
}

interface Taking {
  name: string;
  sink: Sink;
  choose: PageChoice;
  redirects: Redirects;
}

/** Does something with each record; returns how many there were. Tells what is no record. */
async function eachRecord(
  source: AsyncIterable<Uint8Array>,
  name: string,
  sink: Sink,
  act: (record: WarcRecord) => Promise<void>,
): Promise<number> {
  let records = 0;
  const told = {
    passed: (sizeBytes: number) => sink.count(sizeBytes),
    cutOff: () => sink.refuse(`import: ${name} is cut off: its end is missing`),
    garbage() {
      // What has no record at all is no archive, and that is told elsewhere.
      if (records > 0) sink.refuse(`import: ${name} is damaged after record ${records}`);
    },
  };
  try {
    for await (const record of recordsOf(source, told)) {
      records += 1;
      await act(record);
    }
  } catch (error) {
    // A limit of the sink ends the import; an archive within a ZIP that is damaged ends itself only.
    if (error instanceof CarrelError && !(error instanceof EntryError)) throw error;
    const where = records === 0 ? '' : `the rest of `;
    sink.refuse(`import: cannot read ${where}${name}: it is damaged (${causeOf(error)})`);
  }
  return records;
}

/** A page or a picture of a record: its body, still as it was sent. */
interface Answer {
  address: string;
  status: number | null;
  headers: Field[];
  contentType: string | null;
  /** What of its body was read already. */
  begun: Uint8Array;
}

async function takeRecord(record: WarcRecord, taking: Taking): Promise<void> {
  const { sink, redirects } = taking;
  const type = plainValue(fieldOf(record.fields, 'warc-type'));
  const address = targetOf(record.fields, 'warc-target-uri');
  if (address === '') return;
  if (type === 'revisit') {
    const same = targetOf(record.fields, 'warc-refers-to-target-uri');
    if (same !== '') redirects.add(address, same);
    return;
  }
  if (type !== 'response' && type !== 'resource') return;
  const answer = await beginAnswer(record, type, address, taking);
  if (answer === undefined) return;
  const kind = kindOf(answer.contentType);
  if (kind === 'other') {
    sink.count(answer.begun.length);
    return;
  }
  const mostBytes = kind === 'picture' ? MAX_RESOURCE_BYTES : MAX_PAGE_BYTES;
  const act = `import: cannot take ${shownName(address)} of ${taking.name}`;
  const sizeBytes = answer.begun.length + record.leftBytes();
  if (sizeBytes > mostBytes) {
    sink.count(answer.begun.length);
    sink.refuse(`${act}: it is over ${megabytes(mostBytes)}`);
    return;
  }
  if (fieldOf(record.fields, 'warc-segment-number') !== null) {
    sink.count(answer.begun.length);
    sink.refuse(`${act}: it is split into several records`);
    return;
  }
  const body = Buffer.concat([answer.begun, await record.take(record.leftBytes())]);
  // That is told when the next record is asked for.
  if (record.isCutOff()) return;
  let bytes: Uint8Array;
  try {
    bytes = await plainBody(answer.headers, body, address, mostBytes);
  } catch (error) {
    const isTooLarge = error instanceof CarrelError && error.kind === 'too-large';
    const cause = isTooLarge ? `it is over ${megabytes(mostBytes)}` : 'its encoding is damaged';
    sink.count(isTooLarge ? mostBytes : body.length);
    sink.refuse(`${act}: ${cause}`);
    return;
  }
  give({ ...answer, bytes, savedAt: savedAtOf(record.fields) }, kind, taking);
}

/** Reads the head of what was sent; `undefined` for what is no success. */
async function beginAnswer(
  record: WarcRecord,
  type: string,
  address: string,
  { sink, redirects }: Taking,
): Promise<Answer | undefined> {
  const declared = fieldOf(record.fields, 'content-type');
  const begun = await record.take(MAX_HEAD_BYTES);
  const head = type === 'response' ? readHttpHead(begun) : undefined;
  if (head === undefined) {
    // An answer of DNS or of an older protocol.
    if (type === 'resource')
      return { address, status: null, headers: [], contentType: declared, begun };
    sink.count(begun.length);
    return undefined;
  }
  const { status, headers } = head;
  if (status < 200 || status > 299) {
    sink.count(begun.length);
    const to = URL.parse(fieldOf(headers, 'location') ?? '', address);
    if (status >= 300 && status < 400 && to !== null) redirects.add(address, withoutHash(to));
    return undefined;
  }
  const contentType = fieldOf(headers, 'content-type');
  return { address, status, headers, contentType, begun: begun.subarray(head.bodyAt) };
}

function give(
  answer: Answer & { bytes: Uint8Array; savedAt: Timestamp | null },
  kind: 'page' | 'picture' | 'unknown',
  { sink, choose, redirects }: Taking,
): void {
  const { address, bytes, savedAt } = answer;
  const isOfWeb = /^https?:/.test(address);
  if (kind === 'picture' || (kind === 'unknown' && pictureType(bytes) !== null)) {
    if (!isOfWeb) return;
    for (const known of [address, ...redirects.leadingTo(address)]) sink.resource(known, bytes);
    redirects.given(address);
    return;
  }
  const said =
    kind === 'page' || isPage(bytes) ? choice(address, savedAt, choose, redirects) : null;
  if (said === null) {
    sink.count(bytes.length);
    return;
  }
  sink.page({
    ...NOTHING_SAID,
    ...said,
    address: isOfWeb ? address : null,
    savedAt: savedAt ?? said.savedAt ?? null,
    bytes,
    contentType: answer.contentType,
    name: address,
    base: null,
    status: answer.status,
    headers: answer.headers,
  });
}

/** A list may name the address that the reader typed, and the archive has the page where it led. */
function choice(
  address: string,
  savedAt: Timestamp | null,
  choose: PageChoice,
  redirects: Redirects,
): Partial<Said> | null {
  for (const known of [address, ...redirects.leadingTo(address)]) {
    const said = choose(known, savedAt);
    if (said !== null) return said;
  }
  return null;
}

function kindOf(contentType: string | null): 'page' | 'picture' | 'unknown' | 'other' {
  const type = plainValue(contentType);
  if (type === 'text/html' || type === 'application/xhtml+xml') return 'page';
  if (type.startsWith('image/')) return 'picture';
  return /^(?:|application\/octet-stream|binary\/octet-stream|unknown\/unknown)$/.test(type)
    ? 'unknown'
    : 'other';
}

/** WARC 1.0 writes addresses in angle brackets, 1.1 without. */
function targetOf(fields: Field[], name: string): string {
  const written = (fieldOf(fields, name) ?? '').replace(/^<(.*)>$/, '$1');
  const url = URL.parse(written);
  return url === null ? '' : withoutHash(url);
}

function withoutHash(url: URL): string {
  url.hash = '';
  return url.href;
}

function savedAtOf(fields: Field[]): Timestamp | null {
  return parseDate(fieldOf(fields, 'warc-date'))?.at ?? null;
}

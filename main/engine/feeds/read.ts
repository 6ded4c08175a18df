import { parseJsonFeed } from 'feedsmith';
import { CarrelError } from '../../../contract/errors.ts';
import { decodeFeed } from './decode.ts';
import { readJson } from './json.ts';
import { MAX_ENTRIES, type RawFeed } from './raw.ts';
import { readXmlFeed } from './read-xml.ts';
import { repairedJson } from './repair-json.ts';
import { feedDocument, type FeedDocument } from './root.ts';
import type { FeedInput } from './types.ts';

/** More is no feed: the largest, with their whole archive, have a few megabytes. */
export const MAX_FEED_BYTES = 20 * 1024 * 1024;

/**
 * Reads a feed as far as its formats have in common: every field as the file says it.
 * @throws CarrelError 'not-a-feed' naming what it is instead, 'too-large' for more than 20 MB
 */
export function readRawFeed(input: FeedInput): RawFeed {
  if (input.bytes.length > MAX_FEED_BYTES) {
    const megabytes = Math.round(input.bytes.length / 1024 / 1024);
    throw new CarrelError('too-large', `feed: ${input.address} is too large: ${megabytes} MB`);
  }
  const document = feedDocument(decodeFeed(input.bytes, input.contentType));
  if (document.format === null) throw notAFeed(input.address, `it is ${document.instead}`);
  return readDocument(document, input.address);
}

function notAFeed(address: string, cause: string, error?: unknown): CarrelError {
  const message = `feed: ${address} is not a feed: ${cause}`;
  return new CarrelError('not-a-feed', message, error === undefined ? {} : { cause: error });
}

function readDocument(document: Extract<FeedDocument, { text: string }>, address: string): RawFeed {
  const { format, text } = document;
  if (format === 'json') return readJsonText(text, address);
  try {
    return readXmlFeed(text, format);
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const why = cause instanceof Error ? cause.message : String(cause);
    throw notAFeed(address, `its XML is broken (${why.slice(0, 200)})`, error);
  }
}

function readJsonText(text: string, address: string): RawFeed {
  const value = parsedJson(text) ?? parsedJson(repairedJson(text) ?? '');
  if (value === undefined) throw notAFeed(address, 'its JSON is broken');
  try {
    return readJson(parseJsonFeed(value, { maxItems: MAX_ENTRIES }));
  } catch (error) {
    throw notAFeed(address, 'it is JSON of another kind', error);
  }
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

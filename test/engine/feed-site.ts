import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { onTestFinished } from 'vitest';

/** What a path answers: a body with its headers, or a function that answers. */
export type Answer =
  | string
  | { status?: number; headers?: Record<string, string>; body?: string }
  | ((request: IncomingMessage, response: ServerResponse) => void);

/** A small site on loopback, whose answers a test sets and changes. */
export interface FeedSite {
  /** The address of a path of it. */
  at(path: string): string;
  set(path: string, answer: Answer): void;
  /** The paths that were asked for, in order. */
  asked: string[];
  requests: IncomingMessage[];
}

/**
 * Starts a site, closed when the test ends.
 * @param host another address of loopback is another host
 */
export async function startSite(host = '127.0.0.1'): Promise<FeedSite> {
  const answers = new Map<string, Answer>();
  const asked: string[] = [];
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    requests.push(request);
    const answer = answers.get(request.url ?? '') ?? { status: 404 };
    if (typeof answer === 'function') {
      answer(request, response);
      return;
    }
    const {
      status = 200,
      headers = {},
      body = '',
    } = typeof answer === 'string' ? { body: answer } : answer;
    const type = body.startsWith('<html') ? 'text/html' : 'application/rss+xml';
    response.writeHead(status, { 'content-type': `${type}; charset=utf-8`, ...headers }).end(body);
  });
  await new Promise<void>((resolve) => {
    server.listen({ host, port: 0 }, resolve);
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the site has no port');
  const origin = `http://${host}:${address.port}`;
  return {
    at: (path) => origin + path,
    set: (path, answer) => void answers.set(path, answer),
    asked,
    requests,
  };
}

/** An RSS 2.0 document of items, given as their inner XML. */
export function rss(items: string[], channel = ''): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel>',
    `<title>The Tern</title>${channel}`,
    ...items.map((item) => `<item>${item}</item>`),
    '</channel></rss>',
  ].join('\n');
}

/** A page with an article that an extractor finds. */
export function page(title: string, head = '', words = 120): string {
  const text = 'The pilots of this coast are a small guild, and they keep the old hours. '.repeat(
    Math.ceil(words / 14),
  );
  return `<html><head><title>${title}</title>${head}</head>
    <body><article><h1>${title}</h1><p>${text}</p><p>${text}</p></article></body></html>`;
}

import type { ServerResponse } from 'node:http';
import type { CarrelEvent } from '../../contract/api.ts';

/** Often enough that no proxy, suspended tab or sleeping machine keeps a dead stream for long. */
const heartbeatMs = 15_000;

/** How long a browser waits before it connects again. */
const reconnectMs = 1000;

/** The open event streams of the browser door: server-sent events, one per open window. */
export interface EventStreams {
  /** Answers with a stream that stays open. */
  open(response: ServerResponse, headers: Readonly<Record<string, string>>): void;
  emit(event: CarrelEvent): void;
  close(): void;
}

export function eventStreams(): EventStreams {
  const streams = new Set<ServerResponse>();
  const writeAll = (text: string): void => {
    for (const stream of streams) stream.write(text);
  };
  const heartbeat = setInterval(() => writeAll(':\n\n'), heartbeatMs);
  heartbeat.unref();

  return {
    open(response, headers) {
      response.writeHead(200, {
        ...headers,
        'Content-Type': 'text/event-stream; charset=utf-8',
        'Cache-Control': 'no-store',
      });
      response.write(`retry: ${reconnectMs}\n\n`);
      streams.add(response);
      response.on('close', () => streams.delete(response));
    },
    emit(event) {
      writeAll(`data: ${JSON.stringify(event)}\n\n`);
    },
    close() {
      clearInterval(heartbeat);
      for (const stream of streams) stream.end();
    },
  };
}

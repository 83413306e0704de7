import { networkFailure } from '../../transfer/network-failure.ts';
import { TransferError } from '../../transfer/transfer-error.ts';
import { createWatchdog, type TransferTimeouts } from '../../transfer/watchdog.ts';
import { ConnectionCut } from './connection-cut.ts';
import { readAhead } from './read-ahead.ts';

export interface ExchangeOptions {
  readonly fetch: typeof globalThis.fetch;
  readonly timeouts: TransferTimeouts;
  readonly signal?: AbortSignal | undefined;
}

/** One question to a server and its answer, with every failure in the words of `TransferError`. */
export interface Exchange {
  /** The head of the answer. Redirects are not followed. */
  ask(url: URL, headers: Readonly<Record<string, string>>): Promise<Response>;
  /** The body of an answer, read from now on; it ends in a `ConnectionCut` when it breaks off. */
  readBody(answer: Response): AsyncIterable<Uint8Array>;
  /** Gives up whatever has not been read. */
  close(): void;
}

export function createExchange({ fetch, timeouts, signal }: ExchangeOptions): Exchange {
  const controller = new AbortController();
  const signals = signal === undefined ? [controller.signal] : [controller.signal, signal];
  const anySignal = AbortSignal.any(signals);
  let host = '';
  const watchdog = createWatchdog(timeouts, (what) =>
    controller.abort(new TransferError(`${host} ${what}`, { retryable: true })),
  );

  async function guard<T>(work: Promise<T>, explain: (cause: unknown) => TransferError): Promise<T> {
    const result = await work.catch((cause: unknown) => {
      anySignal.throwIfAborted();
      throw explain(cause);
    });
    anySignal.throwIfAborted();
    return result;
  }

  return {
    ask(url, headers) {
      ({ host } = url);
      const answer = fetch(url, { headers, redirect: 'manual', signal: anySignal });
      return guard(watchdog.answer(answer), (cause) =>
        cause instanceof TransferError ? cause : networkFailure(host, cause),
      );
    },
    readBody({ body }) {
      const reader = (body as ReadableStream<Uint8Array> | null)?.getReader();
      return readAhead(() =>
        guard(watchdog.piece(nextBytes(reader)), (cause) => {
          const { message } = networkFailure(host, cause);
          return new ConnectionCut(`${message}, in the middle of the file`, { cause });
        }),
      );
    },
    close: () => controller.abort(),
  };
}

async function nextBytes(
  reader: ReadableStreamDefaultReader<Uint8Array> | undefined,
): Promise<Uint8Array | undefined> {
  return (await reader?.read())?.value;
}

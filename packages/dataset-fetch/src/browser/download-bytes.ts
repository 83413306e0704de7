import { largestPublishedSize } from '../identity/published-names.ts';
import type { FileIdentity } from '../registry/dataset-definition.ts';
import { createDownloadProgress } from '../transfer/download-progress.ts';
import { networkFailure } from '../transfer/network-failure.ts';
import { parseRetryAfter } from '../transfer/retry-after.ts';
import { isRetryableStatus } from '../transfer/retryable-status.ts';
import { TransferError } from '../transfer/transfer-error.ts';
import { createWatchdog, DEFAULT_TIMEOUTS, type Watchdog } from '../transfer/watchdog.ts';
import type { ObtainOptions } from './obtain-options.ts';

/**
 * Downloads a file into memory. A page cannot resume: a download that breaks off starts anew, at the next server.
 *
 * @throws {TransferError} when the server does not give the file.
 * @throws the signal's reason, and what `onProgress` throws.
 */
export async function downloadBytes(
  url: URL,
  file: FileIdentity,
  { fetch = globalThis.fetch, signal, onProgress }: ObtainOptions,
): Promise<Uint8Array> {
  const expired = new AbortController();
  const watchdog = createWatchdog(DEFAULT_TIMEOUTS, (what) =>
    expired.abort(new TransferError(`${url.host} ${what}`, { retryable: true })),
  );
  const either = AbortSignal.any(signal === undefined ? [expired.signal] : [signal, expired.signal]);
  const failing = <T>(work: Promise<T>): Promise<T> =>
    work.catch((error: unknown) => {
      either.throwIfAborted();
      throw networkFailure(url.host, error);
    });

  const response = await failing(watchdog.answer(fetch(url, { signal: either })));
  if (!response.ok) throw refusal(url, response);
  const progress = createDownloadProgress({
    onProgress,
    detail: file.name,
    startSize: 0,
    totalBytes: declaredLength(response),
  });
  const pieces = readPieces(response, (work) => failing(watchdog.piece(work)));
  return collect(pieces, largestPublishedSize(file), url.host, progress);
}

async function* readPieces(response: Response, within: Watchdog['piece']): AsyncGenerator<Uint8Array> {
  const reader = response.body?.getReader();
  if (reader === undefined) return;
  try {
    for (;;) {
      const piece = await within(reader.read().then(({ value }) => value as Uint8Array | undefined));
      if (piece === undefined) return;
      yield piece;
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}

async function collect(
  pieces: AsyncIterable<Uint8Array>,
  maxBytes: number,
  host: string,
  progress: ReturnType<typeof createDownloadProgress>,
): Promise<Uint8Array> {
  const kept: Uint8Array[] = [];
  let size = 0;
  for await (const piece of pieces) {
    size += piece.length;
    if (size > maxBytes)
      throw new TransferError(`${host} sends more than the ${maxBytes} bytes that the file can have`, {
        retryable: false,
      });
    kept.push(piece);
    progress.advance(size);
  }
  progress.finish(size);
  return join(kept, size);
}

function join(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let offset = 0;
  for (const piece of pieces) {
    whole.set(piece, offset);
    offset += piece.length;
  }
  return whole;
}

/** With a content encoding the length is that of the encoded bytes. */
function declaredLength({ headers }: Response): number | undefined {
  const length = headers.get('content-length');
  return length === null || headers.has('content-encoding') ? undefined : Number(length);
}

function refusal(url: URL, { status, statusText, headers }: Response): TransferError {
  const retryable = isRetryableStatus(status);
  return new TransferError(`${url.host} answered ${status} ${statusText}`.trimEnd(), {
    retryable,
    retryAfterMs: retryable ? parseRetryAfter(headers.get('retry-after')) : undefined,
  });
}

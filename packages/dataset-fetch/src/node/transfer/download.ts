import type { ProgressListener } from '@fashion-mnist/core';
import { TransferError } from '../../transfer/transfer-error.ts';
import { DEFAULT_TIMEOUTS, type TransferTimeouts } from '../../transfer/watchdog.ts';
import { type AttemptOptions, attemptDownload, resumePoint } from './attempt-download.ts';
import { ConnectionCut } from './connection-cut.ts';
import { PartialFile } from './partial-file.ts';
import { proxyFetch } from './proxy-fetch.ts';
import { createResumeBudget } from './resume-budget.ts';

export { removePartial } from './partial-file.ts';

export interface DownloadRequest {
  readonly url: URL;
  /**
   * The file that collects the bytes. What an earlier attempt left there is resumed. It stays after a failure as long
   * as it can be resumed, and after a success, with `<partialPath>.json` beside it: `removePartial` removes both.
   */
  readonly partialPath: string;
  /** More bytes than this cannot be the file. */
  readonly maxBytes: number;
  /** Allows plain http beyond this machine, and redirects from public to private addresses. @default false */
  readonly allowHttp?: boolean;
  /** @default proxyFetch() */
  readonly fetch?: typeof globalThis.fetch;
  /** @default DEFAULT_TIMEOUTS */
  readonly timeouts?: Partial<TransferTimeouts>;
  /** How often in a row a download that broke off is resumed after less than 64 KiB have come. @default 5 */
  readonly maxResumes?: number;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ProgressListener | undefined;
  /** The file's name, for progress events. */
  readonly detail: string;
}

/** A file that is whole, as far as the server tells. Nothing is known of its content yet. */
export interface Downloaded {
  readonly byteLength: number;
  /** Whether bytes of several answers were joined. */
  readonly resumed: boolean;
}

const DEFAULTS = Object.freeze({ maxResumes: 5, allowHttp: false });

/**
 * Downloads a file from one server. A connection that breaks off is resumed there as long as each attempt gets
 * further; any other failure is left to the caller, who may know another server.
 *
 * @throws {TransferError} when the server does not give the file.
 * @throws the signal's reason, what `onProgress` throws, and the errors of the file system.
 * @see RFC 9110, section 14 (range requests) and 13.1.5 (If-Range).
 */
export async function download(request: DownloadRequest): Promise<Downloaded> {
  request.signal?.throwIfAborted();
  const partial = await PartialFile.open(request.partialPath);
  try {
    const resumed = await fill(partial, attemptOptions(request), request.maxResumes ?? DEFAULTS.maxResumes);
    await partial.close();
    return { byteLength: partial.size, resumed };
  } catch (error) {
    const isUseful = partial.record !== undefined && partial.size > 0;
    await (isUseful ? partial.close() : partial.discard());
    throw error;
  }
}

/** Returns whether answers were joined. */
async function fill(partial: PartialFile, options: AttemptOptions, maxResumes: number): Promise<boolean> {
  let budget = createResumeBudget(resumePoint(partial, options)?.offset ?? 0, maxResumes);
  let wasStale = false;
  for (;;) {
    try {
      const outcome = await attemptDownload(partial, options);
      if (outcome !== 'stale') return outcome === 'resumed';
    } catch (error) {
      const goesOn = error instanceof ConnectionCut && partial.record !== undefined;
      if (!goesOn || !budget.allows(partial.size)) throw error;
      continue;
    }
    await partial.restart(undefined);
    if (wasStale) throw contradictory(options.firstUrl);
    wasStale = true;
    budget = createResumeBudget(0, maxResumes);
  }
}

function attemptOptions(request: DownloadRequest): AttemptOptions {
  return {
    firstUrl: request.url,
    maxBytes: request.maxBytes,
    allowHttp: request.allowHttp ?? DEFAULTS.allowHttp,
    fetch: request.fetch ?? proxyFetch(),
    timeouts: { ...DEFAULT_TIMEOUTS, ...request.timeouts },
    signal: request.signal,
    onProgress: request.onProgress,
    detail: request.detail,
  };
}

function contradictory(url: URL): TransferError {
  return new TransferError(`${url.host} twice continued with another part or version of the file`, {
    retryable: true,
  });
}

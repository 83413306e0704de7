import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Downloaded, type DownloadRequest, download } from '../../src/node/transfer/download.ts';
import { TransferError } from '../../src/transfer/transfer-error.ts';

/** Short enough for tests, long enough for a busy machine. */
export const PATIENCE = { connectMs: 400, idleMs: 250, minBytesPerMinute: 1024 };

/** How a download ended, and what lies where it was to go. */
export interface Trial {
  readonly downloaded?: Downloaded;
  /** The error, when it says what a server did. */
  readonly failure?: TransferError;
  /** `undefined` when the file is gone. */
  readonly bytes: Uint8Array | undefined;
}

/** A folder for one test. */
export interface Workplace {
  readonly partialPath: string;
  /** What lies in the folder, sorted. */
  list(): Promise<string[]>;
  remove(): Promise<void>;
}

export async function createWorkplace(): Promise<Workplace> {
  const folder = await mkdtemp(join(tmpdir(), 'transfer-'));
  return {
    partialPath: join(folder, 'file'),
    list: async () => (await readdir(folder)).toSorted(),
    remove: () => rm(folder, { recursive: true }),
  };
}

/** Downloads with little patience; failures that are not the server's are thrown. */
export async function tryDownload(
  url: string | URL,
  partialPath: string,
  options: Partial<DownloadRequest> = {},
): Promise<Trial> {
  const request = { maxBytes: 2 ** 31, timeouts: PATIENCE, detail: 'file', ...options };
  const ending = await download({ url: new URL(url), partialPath, ...request }).then(
    (downloaded) => ({ downloaded }),
    (error: unknown) => {
      if (error instanceof TransferError) return { failure: error };
      throw error;
    },
  );
  const bytes = await readFile(partialPath).catch(() => undefined);
  return { ...ending, bytes: bytes && new Uint8Array(bytes) };
}

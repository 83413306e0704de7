import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Downloaded, type DownloadRequest, download } from '../../src/node/transfer/download.ts';
import { TransferError } from '../../src/transfer/transfer-error.ts';

/** Longer than a busy machine keeps a living server from its work. */
export const PATIENCE = { connectMs: 10_000, idleMs: 10_000, minBytesPerMinute: 1024 };

/** For servers that stand still: short enough to be waited for. */
export const IMPATIENCE = { connectMs: 2000, idleMs: 1200, minBytesPerMinute: 60_000 };

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

/** Downloads; failures that are not the server's are thrown. */
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

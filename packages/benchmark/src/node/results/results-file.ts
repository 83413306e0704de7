import { type FileHandle, mkdir, open, realpath } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type HeldLock, holdLock } from '@fashion-mnist/dataset-fetch';
import { BenchmarkError } from '../../errors.ts';
import type { ResultRow } from '../../results/result-row.ts';
import { type RecoveredResults, recoverTail } from './recover-tail.ts';

export interface OpenResultsOptions {
  readonly signal?: AbortSignal | undefined;
}

/**
 * Opens a results file to append to, and creates it where there is none. While it is open nobody else can. What a killed
 * runner left is put in order: its lock is taken over, and a line that it did not write to its end is moved to a file
 * beside this one, whose name ends in `.torn`.
 *
 * @throws {BenchmarkError} `E_LOCKED` - another runner writes to this file; `E_RESULTS` - a line is no row.
 * @throws what the file system throws; the signal's reason, when aborted.
 */
export async function openResultsFile(path: string, options: OpenResultsOptions = {}): Promise<ResultsFile> {
  await mkdir(dirname(path), { recursive: true });
  const file = await open(path, 'a+');
  try {
    const lockPath = `${await realpath(path)}.lock`;
    const lock = await holdLock(lockPath, {
      signal: options.signal,
      refuse: (owner) =>
        new BenchmarkError(
          'E_LOCKED',
          `${path}: expected nobody else to write here, but ${owner} does: wait for it, or take another file`,
        ),
    });
    try {
      return new ResultsFile(file, lock, await recoverTail(file, path));
    } catch (error) {
      await lock.release();
      throw error;
    }
  } catch (error) {
    await file.close();
    throw error;
  }
}

/** Rows on a disk: what has been appended is there after a power failure too. */
export class ResultsFile {
  readonly #file: FileHandle;
  readonly #lock: HeldLock;
  readonly #rows: ResultRow[];
  #byteLength: number;
  #last: Promise<void> = Promise.resolve();

  /** @internal */
  constructor(file: FileHandle, lock: HeldLock, { rows, byteLength }: RecoveredResults) {
    this.#file = file;
    this.#lock = lock;
    this.#rows = [...rows];
    this.#byteLength = byteLength;
  }

  /** What was there when the file was opened, then what was appended. */
  rows(): readonly ResultRow[] {
    return [...this.#rows];
  }

  /**
   * Appends a line and syncs it to the disk. A line that the disk does not take as a whole is taken back.
   *
   * @throws what the file system throws.
   */
  append(row: ResultRow): Promise<void> {
    const turn = this.#last.then(() => this.#write(row));
    this.#last = turn.catch(() => {});
    return turn;
  }

  /** Waits for what is being appended, and lets others write. */
  async close(): Promise<void> {
    await this.#last;
    await this.#file.close();
    await this.#lock.release();
  }

  async #write(row: ResultRow): Promise<void> {
    const line = Buffer.from(`${JSON.stringify(row)}\n`);
    try {
      const { bytesWritten } = await this.#file.write(line);
      if (bytesWritten < line.length)
        throw new Error(`expected room for a row of ${line.length} bytes, got ${bytesWritten}`);
      await this.#file.sync();
    } catch (error) {
      await this.#file.truncate(this.#byteLength).catch(() => {});
      throw error;
    }
    this.#byteLength += line.length;
    this.#rows.push(row);
  }
}

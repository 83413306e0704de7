import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { parseResumeRecord, type ResumeRecord } from './resume-record.ts';

/** Not for appending: Windows does not let such a file be cut. */
const KEEP_AND_WRITE = constants.O_RDWR | constants.O_CREAT;

/** A file that grows while its bytes come in. Beside it, in `<path>.json`, lies what is needed to go on with it later. */
export class PartialFile {
  readonly #path: string;
  readonly #file: FileHandle;
  #size: number;
  #record: ResumeRecord | undefined;

  private constructor(path: string, file: FileHandle, size: number, record: ResumeRecord | undefined) {
    this.#path = path;
    this.#file = file;
    this.#size = size;
    this.#record = record;
  }

  /** Opens the file with what an earlier attempt left, or an empty one. */
  static async open(path: string): Promise<PartialFile> {
    const file = await open(path, KEEP_AND_WRITE);
    try {
      const { size } = await file.stat();
      const json = await readFile(recordPath(path), 'utf8').catch(ignoreMissing);
      return new PartialFile(path, file, size, json === undefined ? undefined : parseResumeRecord(json));
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  get size(): number {
    return this.#size;
  }

  /** What is known of the version that the bytes belong to; `undefined` when they are of no use later. */
  get record(): ResumeRecord | undefined {
    return this.#record;
  }

  /** Empties the file. At no moment do bytes of one version lie beside the record of another. */
  async restart(record: ResumeRecord | undefined): Promise<void> {
    await this.#file.truncate(0);
    this.#size = 0;
    await this.#keepRecord(record);
  }

  async append(bytes: Uint8Array): Promise<void> {
    let written = 0;
    while (written < bytes.length) {
      const { bytesWritten } = await this.#file.write(bytes, written, bytes.length - written, this.#size);
      written += bytesWritten;
      this.#size += bytesWritten;
    }
  }

  async close(): Promise<void> {
    await this.#file.close();
  }

  /** Closes the file and removes it with its record. */
  async discard(): Promise<void> {
    await this.close();
    await removePartial(this.#path);
  }

  async #keepRecord(record: ResumeRecord | undefined): Promise<void> {
    const path = recordPath(this.#path);
    if (record === undefined) await rm(path, { force: true });
    else await replaceFile(path, `${JSON.stringify(record)}\n`);
    this.#record = record;
  }
}

/** Removes a file that collected the bytes of a download, and its record. */
export async function removePartial(path: string): Promise<void> {
  // The record first: bytes without one are never resumed.
  await rm(recordPath(path), { force: true });
  await rm(path, { force: true });
}

function recordPath(path: string): string {
  return `${path}.json`;
}

async function replaceFile(path: string, text: string): Promise<void> {
  const temporary = `${path}.${randomUUID()}`;
  try {
    await writeFile(temporary, text, { flag: 'wx' });
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

function ignoreMissing(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
  throw error;
}

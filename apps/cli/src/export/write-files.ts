import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ExportFile } from './export-file.ts';

export interface WrittenFile {
  readonly path: string;
  readonly byteLength: number;
  readonly sha256: string;
}

export interface WriteFilesOptions {
  /** How many files are written at a time. */
  readonly concurrency: number;
  /** Whether each file waits until it is on the disk. */
  readonly flush: boolean;
  readonly signal: AbortSignal;
}

/** Writes files into a folder and says what it wrote, by path. All writing has ended when it fails. */
export async function writeFiles(
  files: Iterable<ExportFile>,
  folder: string,
  { concurrency, flush, signal: outer }: WriteFilesOptions,
): Promise<readonly WrittenFile[]> {
  const failure = new AbortController();
  const signal = AbortSignal.any([outer, failure.signal]);
  const pending = files[Symbol.iterator]();
  const written: WrittenFile[] = [];
  const folders = new Map<string, Promise<unknown>>();

  async function writeOne({ path, content }: ExportFile): Promise<void> {
    const place = join(folder, path);
    const parent = dirname(place);
    if (!folders.has(parent)) folders.set(parent, mkdir(parent, { recursive: true }));
    await folders.get(parent);
    const hash = createHash('sha256');
    let byteLength = 0;
    const observed = observe(content, (chunk) => {
      hash.update(chunk);
      byteLength += chunk.length;
    });
    await writeFile(place, observed, { flag: 'wx', flush, signal });
    written.push({ path, byteLength, sha256: hash.digest('hex') });
  }

  async function work(): Promise<void> {
    try {
      for (let next = pending.next(); next.done !== true; next = pending.next()) {
        signal.throwIfAborted();
        await writeOne(next.value);
      }
    } catch (error) {
      failure.abort(error);
      throw error;
    }
  }

  await Promise.allSettled(Array.from({ length: concurrency }, work));
  signal.throwIfAborted();
  return written.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

async function* observe(
  chunks: ExportFile['content'],
  onChunk: (chunk: Uint8Array) => void,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    onChunk(chunk);
    yield chunk;
  }
}

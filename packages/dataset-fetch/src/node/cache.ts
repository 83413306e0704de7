import { constants } from 'node:fs';
import { access, mkdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { DatasetFetchError } from '../errors.ts';
import type { FileIdentity } from '../registry/dataset-definition.ts';
import { publishFile } from './publish-file.ts';
import { sha256 } from './sha256.ts';

const MISSING = new Set(['ENOENT']);
const FORBIDDEN = new Set(['EACCES', 'EPERM', 'ENOTDIR', 'EIO']);

/** What the cache has of a file. */
export type CachedFile =
  | { readonly state: 'verified'; readonly bytes: Uint8Array }
  | { readonly state: 'corrupt'; readonly got: string }
  | { readonly state: 'missing' };

/** The decompressed files of one dataset in a folder. Every read is verified by hash. */
export class DatasetCache {
  readonly directory: string;

  constructor(cacheDirectory: string, datasetName: string) {
    this.directory = join(cacheDirectory, datasetName);
  }

  pathOf(file: FileIdentity): string {
    return join(this.directory, file.name);
  }

  async read(file: FileIdentity, signal?: AbortSignal): Promise<CachedFile> {
    const path = this.pathOf(file);
    let bytes: Uint8Array;
    try {
      bytes = await readFile(path, { signal });
    } catch (error) {
      signal?.throwIfAborted();
      const code = systemCode(error);
      if (MISSING.has(code)) return { state: 'missing' };
      if (FORBIDDEN.has(code)) throw unusable('read', path, error);
      return { state: 'corrupt', got: code };
    }
    const hash = sha256(bytes);
    if (hash === file.sha256) return { state: 'verified', bytes };
    return { state: 'corrupt', got: `${bytes.length} bytes with sha256 ${hash.slice(0, 12)}…` };
  }

  /** Fails early, before anything is downloaded in vain. */
  async requireWritable(): Promise<void> {
    try {
      await mkdir(this.directory, { recursive: true });
      await access(this.directory, constants.W_OK | constants.X_OK);
    } catch (error) {
      throw unusable('write to', this.directory, error);
    }
  }

  async publish(file: FileIdentity, raw: Uint8Array, signal?: AbortSignal): Promise<void> {
    try {
      await publishFile(this.pathOf(file), raw, signal);
    } catch (error) {
      signal?.throwIfAborted();
      throw unusable('write to', this.directory, error);
    }
  }

  /** Sets a corrupt file aside under a name that says when, and returns that path. */
  async quarantine(file: FileIdentity): Promise<string> {
    const path = this.pathOf(file);
    const aside = `${path}.corrupt-${new Date().toISOString().replace(/[:.]/g, '-')}`;
    try {
      await rename(path, aside);
    } catch (error) {
      throw unusable('write to', this.directory, error);
    }
    return aside;
  }
}

function unusable(action: string, path: string, cause: unknown): DatasetFetchError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new DatasetFetchError(
    'E_CACHE',
    `cannot ${action} the cache at ${path} (${reason}); choose another folder with FASHION_MNIST_CACHE`,
    { cause },
  );
}

function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

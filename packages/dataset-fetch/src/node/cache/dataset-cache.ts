import { type BigIntStats, constants } from 'node:fs';
import { access, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { digestBytes, digestFile } from '../digest.ts';
import { readWhole } from '../read-whole.ts';
import { cacheError, systemCode } from './cache-error.ts';
import { withLock } from './lock.ts';
import { publishFile } from './publish-file.ts';
import { isUntouched, readStamp, stampOf, writeStamp } from './stamp.ts';
import { removeDownloads, sweepUnfinished } from './sweep-unfinished.ts';

/** What the cache needs to know of a file. */
export interface CachedIdentity {
  readonly name: string;
  readonly sha256?: string;
  readonly byteLength?: number;
}

/**
 * How a file of the cache is verified: `stamp` trusts a file that is untouched since it was last hashed (size, times,
 * inode), and hashes any other; `hash` hashes every file.
 */
export type VerifyMode = 'stamp' | 'hash';

/** What the cache has of a file. */
export type CachedState =
  | { readonly state: 'verified' }
  | { readonly state: 'corrupt'; readonly got: string }
  | { readonly state: 'missing' };

const STATE_FOLDER = '.fashion-mnist';
const FORBIDDEN = new Set(['EACCES', 'EPERM', 'ENOTDIR', 'EIO', 'EMFILE', 'ENFILE', 'ELOOP']);

/** The verified files of one dataset in a folder, and beside them what is needed to keep them so. */
export class DatasetCache {
  readonly directory: string;

  constructor(directory: string) {
    this.directory = directory;
  }

  pathOf({ name }: { readonly name: string }): string {
    return join(this.directory, name);
  }

  /** A path for something that goes along with the files: a stamp, a lock, an unfinished download. */
  statePath(name: string): string {
    return join(this.directory, STATE_FOLDER, name);
  }

  /** Verifies a file without keeping its bytes in memory. */
  async inspect(file: CachedIdentity, mode: VerifyMode, signal?: AbortSignal): Promise<CachedState> {
    signal?.throwIfAborted();
    const path = this.pathOf(file);
    try {
      const before = await stat(path, { bigint: true });
      const stamp = await readStamp(this.#stampPath(file));
      const expected = file.sha256 ?? stamp?.sha256;
      if (!before.isFile()) return { state: 'corrupt', got: 'not a regular file' };
      const isStamped = stamp !== undefined && stamp.sha256 === expected && isUntouched(stamp, before);
      if (isStamped && mode === 'stamp') return { state: 'verified' };
      if (expected === undefined) return { state: 'corrupt', got: 'a file that was never verified' };

      const got = await digestFile('sha256', path, signal);
      if (got !== expected) return { state: 'corrupt', got: describe(before, got) };
      if (!isStamped) await writeStamp(this.#stampPath(file), stampOf(got, before));
      return { state: 'verified' };
    } catch (error) {
      signal?.throwIfAborted();
      return this.#stateOfFailure(path, error);
    }
  }

  /** The bytes of a file, verified as in `stamp` mode; undefined when it is missing or corrupt. */
  async read(file: CachedIdentity, signal?: AbortSignal): Promise<Uint8Array | undefined> {
    const path = this.pathOf(file);
    try {
      const stamp = await readStamp(this.#stampPath(file));
      const handle = await open(path, 'r');
      try {
        const { size } = await handle.stat();
        const bytes = await readWhole(handle, size, signal);
        const after = await handle.stat({ bigint: true });
        const expected = file.sha256 ?? stamp?.sha256;
        if (stamp?.sha256 === expected && stamp !== undefined && isUntouched(stamp, after)) return bytes;
        return digestBytes('sha256', bytes) === expected ? bytes : undefined;
      } finally {
        await handle.close();
      }
    } catch (error) {
      signal?.throwIfAborted();
      this.#stateOfFailure(path, error);
      return undefined;
    }
  }

  /** Fails early, before anything is downloaded in vain. */
  async requireWritable(): Promise<void> {
    try {
      await mkdir(this.statePath(''), { recursive: true });
      await access(this.directory, constants.W_OK | constants.X_OK);
    } catch (error) {
      throw cacheError('write to', this.directory, error);
    }
  }

  /** Runs an action while no other process changes these files; what dead processes left is cleared before. */
  async exclusively<Result>(
    action: () => Promise<Result>,
    options: { readonly signal?: AbortSignal | undefined; readonly onWait?: (owner: string) => void },
  ): Promise<Result> {
    return withLock(this.statePath('lock'), options, async () => {
      await sweepUnfinished(this.directory, this.statePath(''));
      return action();
    });
  }

  /** Removes what was downloaded of a file, from whichever source. */
  async removeDownloads(publishedNames: readonly string[]): Promise<void> {
    await removeDownloads(this.statePath(''), publishedNames);
  }

  async publish(file: CachedIdentity, raw: Uint8Array, sha256: string, signal?: AbortSignal): Promise<void> {
    await this.#change(() => publishFile(this.pathOf(file), raw, signal), signal);
    await this.#stamp(file, sha256);
  }

  /** Moves a verified file of the same disk, an archive too big to be read, into its place. */
  async adopt(file: CachedIdentity, path: string, sha256: string): Promise<void> {
    await this.#change(() => rename(path, this.pathOf(file)));
    await this.#stamp(file, sha256);
  }

  /** Sets a corrupt file aside under a name that says when, and returns that path. */
  async quarantine(file: CachedIdentity): Promise<string> {
    const path = this.pathOf(file);
    const aside = `${path}.corrupt-${new Date().toISOString().replace(/[:.]/g, '-')}`;
    await this.#change(() => rename(path, aside));
    await rm(this.#stampPath(file), { force: true });
    return aside;
  }

  async #stamp(file: CachedIdentity, sha256: string): Promise<void> {
    const stats = await stat(this.pathOf(file), { bigint: true });
    await writeStamp(this.#stampPath(file), stampOf(sha256, stats));
  }

  async #change(action: () => Promise<void>, signal?: AbortSignal): Promise<void> {
    try {
      await action();
    } catch (error) {
      signal?.throwIfAborted();
      throw cacheError('write to', this.directory, error);
    }
  }

  #stampPath({ name }: CachedIdentity): string {
    return this.statePath(`${name}.json`);
  }

  #stateOfFailure(path: string, error: unknown): CachedState {
    const code = systemCode(error);
    if (code === 'ENOENT') return { state: 'missing' };
    if (FORBIDDEN.has(code)) throw cacheError('read', path, error);
    if (code === '') throw error;
    return { state: 'corrupt', got: code };
  }
}

function describe({ size }: BigIntStats, sha256: string): string {
  return `${size} bytes with sha256 ${sha256.slice(0, 12)}…`;
}

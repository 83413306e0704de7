import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';

/** A folder that each test of a file has for itself, and an environment whose cache is in it. */
export interface WorkFolder {
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
  /** The path of something in the folder. */
  in(...names: string[]): string;
  /** All that is in a folder of the folder, sorted; nothing when it is missing. */
  list(...names: string[]): Promise<readonly string[]>;
}

export function useWorkFolder(): WorkFolder {
  let path = '';
  beforeEach(async () => {
    path = await mkdtemp(join(tmpdir(), 'fashion-mnist-cli-'));
  });
  afterEach(() => rm(path, { recursive: true, force: true }));
  return {
    get path() {
      return path;
    },
    get env() {
      return { FASHION_MNIST_CACHE: join(path, 'cache'), FASHION_MNIST_OFFLINE: '' };
    },
    in: (...names) => join(path, ...names),
    async list(...names) {
      const found = await readdir(join(path, ...names), { recursive: true }).catch((): string[] => []);
      return found.toSorted();
    },
  };
}

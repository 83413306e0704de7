import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Provenance } from '../../results/result-row.ts';
import { availableMemory } from './available-memory.ts';

export type Machine = Pick<Provenance, 'cpu' | 'cores' | 'memory_bytes' | 'node' | 'commit'>;

/** Where a job is done, and by which sources. */
export async function describeMachine(): Promise<Machine> {
  return {
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    memory_bytes: availableMemory(),
    node: process.versions.node,
    commit: await commitOf(packageFolder()),
  };
}

/**
 * The commit that is checked out in a folder; null where its package.json is not under version control, as in a project
 * that has this package installed, or where there is no git.
 */
export async function commitOf(folder: string): Promise<string | null> {
  const git = async (...words: string[]) =>
    (await promisify(execFile)('git', ['-C', folder, ...words])).stdout.trim();
  try {
    await git('ls-files', '--error-unmatch', 'package.json');
    return await git('rev-parse', 'HEAD');
  } catch {
    return null;
  }
}

/** The nearest folder above this file, built or not, that holds a package. */
function packageFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}

import { readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { systemCode } from '../system-code.ts';
import { UsageError } from '../usage-error.ts';

const RETRY_MS = 20;
const PATIENCE_MS = 10_000;
/** The folder in a claimed one with what stood before at the places of what it publishes. */
export const REPLACED = 'replaced';
/** What systems answer to a folder that is renamed onto one that is not empty. */
const TAKEN = new Set(['ENOTEMPTY', 'EEXIST', ...(process.platform === 'win32' ? ['EPERM', 'EACCES'] : [])]);

/**
 * Runs an action while a folder that is not empty bears a name that only one can bear: renaming is the lock. The
 * action takes milliseconds, so whoever has the name for long was killed with it.
 */
export async function claimFolder(
  folder: string,
  name: string,
  action: (claimed: string) => Promise<void>,
  patienceMs: number = PATIENCE_MS,
): Promise<void> {
  const deadline = performance.now() + patienceMs;
  while (!(await tryRename(folder, name))) {
    if (performance.now() > deadline)
      throw new UsageError(`${name} is left from a command that was killed: ${await howToEnd(name)}`);
    await sleep(RETRY_MS);
  }
  try {
    await action(name);
  } finally {
    await rename(name, folder);
  }
}

/** What the command had taken away may be nowhere else. */
async function howToEnd(claimed: string): Promise<string> {
  const replaced = join(claimed, REPLACED);
  const names = await readdir(replaced).catch((): string[] => []);
  if (names.length === 0) return 'remove it';
  return `${replaced} has what it took away (${names.join(', ')}): move back what is missing, then remove the rest`;
}

async function tryRename(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if (TAKEN.has(systemCode(error))) return false;
    throw error;
  }
}

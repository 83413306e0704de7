import { lstat, stat } from 'node:fs/promises';
import { systemCode } from '../system-code.ts';
import { UsageError } from '../usage-error.ts';

export type OutputKind = 'file' | 'folder';

/**
 * Fails when an output cannot take a name: something stands there that would not be overwritten.
 *
 * @param kind - What is to be written: with `force` a file replaces a file and a folder a folder, nothing else.
 * @returns Whether something stands there that is to be replaced.
 */
export async function requireFree(path: string, kind: OutputKind, force: boolean): Promise<boolean> {
  const present = await kindOf(path);
  if (present === undefined) return false;
  if (present === 'folder' && kind === 'file') throw new UsageError(`${path} is a folder: name a file in it`);
  if (present !== kind) throw new UsageError(`${path} is not a ${kind}: it is left alone`);
  if (!force) throw new UsageError(`${path} exists: pass --force to replace it`);
  return true;
}

/** Fails when there can be no folder of this name. One that does not exist yet is good. */
export async function requireFolder(path: string): Promise<void> {
  try {
    if ((await stat(path)).isDirectory()) return;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return;
    if (systemCode(error) !== 'ENOTDIR') throw error;
  }
  throw new UsageError(`--out: expected a folder, got ${path}, which is a file or inside of one`);
}

/** What stands at a path, links not followed; nothing where it is free. */
export async function kindOf(path: string): Promise<OutputKind | 'other' | undefined> {
  try {
    const found = await lstat(path);
    if (found.isDirectory()) return 'folder';
    return found.isFile() || found.isSymbolicLink() ? 'file' : 'other';
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    if (systemCode(error) === 'ENOTDIR') throw new UsageError(`${path} is inside of a file`);
    throw error;
  }
}

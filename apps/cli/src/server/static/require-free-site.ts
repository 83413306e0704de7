import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { kindOf } from '../../output/require-free.ts';
import { systemCode } from '../../system-code.ts';
import { UsageError } from '../../usage-error.ts';
import { HEADERS_FILE, HEADERS_MARK } from './headers-file.ts';

/**
 * Fails when a folder cannot take a site: something is in it that no earlier export has written, or one has, and `force`
 * is not set.
 *
 * @throws {UsageError}
 */
export async function requireFreeSite(folder: string, force: boolean): Promise<void> {
  const kind = await kindOf(resolve(folder));
  if (kind === undefined) return;
  if (kind !== 'folder') throw new UsageError(`--out: expected a folder, got ${folder}, which is none`);
  if ((await readdir(folder)).length === 0) return;
  if (!(await isEarlierSite(folder)))
    throw new UsageError(`${folder} holds something that serve has not written: name another folder`);
  if (!force) throw new UsageError(`${folder} exists: pass --force to replace it`);
}

async function isEarlierSite(folder: string): Promise<boolean> {
  try {
    return (await readFile(join(folder, HEADERS_FILE), 'utf8')).startsWith(HEADERS_MARK);
  } catch (error) {
    if (systemCode(error) === '') throw error;
    return false;
  }
}

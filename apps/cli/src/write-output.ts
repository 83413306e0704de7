import { access, mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { publishFile } from '@fashion-mnist/dataset-fetch';
import { UsageError } from './usage-error.ts';

/** Writes a file that the user asked for, whole or not at all; an existing one only with `--force`. */
export async function writeOutput(
  path: string,
  content: Uint8Array | string,
  { force = false }: { readonly force?: boolean },
): Promise<void> {
  await requireFree(path, force);
  await mkdir(dirname(path), { recursive: true });
  await publishFile(path, typeof content === 'string' ? new TextEncoder().encode(content) : content);
}

/** Fails before any work is done for a file that could not be written. */
export async function requireFree(path: string, force: boolean): Promise<void> {
  const exists = await access(path).then(
    () => true,
    () => false,
  );
  if (!exists) return;
  if ((await stat(path)).isDirectory()) throw new UsageError(`${path} is a folder: name a file in it`);
  if (!force) throw new UsageError(`${path} exists: pass --force to overwrite it`);
}

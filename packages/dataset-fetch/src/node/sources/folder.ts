import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { publishedNames } from '../../identity/published-names.ts';
import type { FileIdentity } from '../../registry/dataset-definition.ts';
import type { LocatedFile, OpenSource } from './source.ts';

/** A folder with the files, gzipped or plain, under their published names or those that 7-zip makes of them. */
export async function openFolder(path: string): Promise<OpenSource> {
  const state = await stat(path);
  if (!state.isDirectory()) throw new Error(`${path} is not a folder`);
  return { locate: (file) => locate(path, file), close: async () => {} };
}

async function locate(folder: string, file: FileIdentity): Promise<LocatedFile> {
  const names = publishedNames(file);
  for (const name of names) {
    const path = join(folder, name);
    const state = await stat(path).catch(() => undefined);
    if (state?.isFile()) return { path, isJoined: false, isOurs: false, discard: async () => {} };
  }
  throw new Error(`none of ${names.join(', ')} is in ${folder}`);
}

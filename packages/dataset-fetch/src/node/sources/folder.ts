import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileIdentity } from '../../registry/dataset-definition.ts';
import type { OpenSource, SourceContext } from './source.ts';

/** A folder with the files, gzipped or plain, under their published names. */
export async function openFolder(path: string, { signal }: SourceContext): Promise<OpenSource> {
  const state = await stat(path);
  if (!state.isDirectory()) throw new Error(`${path} is not a folder`);
  return { read: (file) => readEither(path, file, signal), close: async () => {} };
}

async function readEither(folder: string, file: FileIdentity, signal?: AbortSignal): Promise<Uint8Array> {
  for (const name of [`${file.name}.gz`, file.name]) {
    try {
      return await readFile(join(folder, name), { signal });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    }
  }
  throw new Error(`neither ${file.name}.gz nor ${file.name} in ${folder}`);
}

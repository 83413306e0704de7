import { writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type PublishOptions, publishTogether } from './publish-together.ts';
import { requireFree } from './require-free.ts';

/** Writes a file that the user asked for, whole or not at all; an existing one only with `force`. */
export async function writeOutput(
  path: string,
  content: Uint8Array | string,
  options: PublishOptions,
): Promise<void> {
  await requireFree(path, 'file', options.force ?? false);
  await publishTogether(dirname(path), options, (folder) =>
    writeFile(join(folder, basename(path)), content, { signal: options.signal, flush: true }),
  );
}

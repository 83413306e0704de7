import { join } from 'node:path';
import type { ResultFile } from '@fashion-mnist/benchmark';
import type { CommandContext } from '../context.ts';
import { writeOutput } from '../output/write-output.ts';

/** Writes a result into a folder, never over another one, and gives its path. */
export async function writeResult(
  folder: string,
  { name, content }: ResultFile,
  { signal }: CommandContext,
): Promise<string> {
  const path = join(folder, name);
  await writeOutput(path, content, { signal });
  return path;
}

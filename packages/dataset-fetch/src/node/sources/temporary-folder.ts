import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFolder } from './folder.ts';
import type { OpenSource, SourceContext } from './source.ts';

/** Fills a temporary folder and opens a folder within it as a source; closing the source removes it all. */
export async function openTemporaryFolder(
  context: SourceContext,
  fill: (folder: string) => Promise<string>,
): Promise<OpenSource> {
  const temporary = await mkdtemp(join(tmpdir(), 'fashion-mnist-'));
  const close = () => rm(temporary, { recursive: true, force: true });
  try {
    const source = await openFolder(await fill(temporary), context);
    return { ...source, close };
  } catch (error) {
    await close();
    throw error;
  }
}

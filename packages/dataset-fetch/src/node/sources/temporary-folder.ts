import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { PACKAGE_SUFFIX } from '../cache/sweep-unfinished.ts';
import { openFolder } from './folder.ts';
import type { OpenSource, SourceContext } from './source.ts';

/** Fills a temporary folder and opens a folder within it as a source; closing the source removes it all. */
export async function openTemporaryFolder(
  { statePath }: SourceContext,
  fill: (folder: string) => Promise<string>,
): Promise<OpenSource> {
  const temporary = statePath(`${randomUUID()}${PACKAGE_SUFFIX}`);
  const close = () => rm(temporary, { recursive: true, force: true });
  try {
    await mkdir(temporary);
    const source = await openFolder(await fill(temporary));
    return { ...source, close };
  } catch (error) {
    await close();
    throw error;
  }
}

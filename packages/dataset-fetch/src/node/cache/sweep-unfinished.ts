import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { UNFINISHED_SUFFIX } from './publish-file.ts';

/** A download that may be resumed, and what is known of it. */
export const DOWNLOAD_SUFFIX = '.download';
/** A folder with a package that is being installed. */
export const PACKAGE_SUFFIX = '.package';

const DAY_MS = 86_400_000;

/**
 * Removes what processes left that were killed while they wrote. While the lock is held nobody else writes files or
 * installs packages: these go at once. Stamps are written without the lock, and downloads may be resumed: these go
 * after a day in which nobody touched them.
 */
export async function sweepUnfinished(directory: string, stateDirectory: string): Promise<void> {
  await removeWhere(directory, (name) => name.endsWith(UNFINISHED_SUFFIX));
  await removeWhere(stateDirectory, async (name, path) => {
    if (name.endsWith(PACKAGE_SUFFIX)) return true;
    const mayBeInUse = name.endsWith(UNFINISHED_SUFFIX) || name.includes(DOWNLOAD_SUFFIX);
    return mayBeInUse && (await isOlderThanADay(path));
  });
}

/** Removes what has been downloaded of a file from any source, under any of the names under which it is published. */
export async function removeDownloads(
  stateDirectory: string,
  publishedNames: readonly string[],
): Promise<void> {
  await removeWhere(
    stateDirectory,
    (name) =>
      name.includes(DOWNLOAD_SUFFIX) && publishedNames.some((published) => name.startsWith(`${published}-`)),
  );
}

async function removeWhere(
  directory: string,
  condition: (name: string, path: string) => boolean | Promise<boolean>,
): Promise<void> {
  for (const name of await readdir(directory)) {
    const path = join(directory, name);
    if (await condition(name, path)) await rm(path, { force: true, recursive: true });
  }
}

async function isOlderThanADay(path: string): Promise<boolean> {
  const stats = await stat(path).catch(() => undefined);
  return stats !== undefined && Date.now() - stats.mtimeMs > DAY_MS;
}

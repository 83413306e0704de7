import { randomUUID } from 'node:crypto';
import { lstat, mkdir, readdir, rm, rmdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { claimFolder, REPLACED } from './claim-folder.ts';
import { type Rename, renameAll } from './rename-all.ts';
import { requireFree } from './require-free.ts';

const HIDDEN = '.fashion-mnist-output';

export interface PublishOptions {
  readonly force?: boolean | undefined;
  readonly signal: AbortSignal;
  /** Looks once more, right before the move, whether what stands there may be replaced; throws if not. */
  readonly requireFree?: (() => Promise<void>) | undefined;
}

/**
 * Publishes files and folders together: `write` makes them in a hidden folder inside the target folder, and when all
 * of them are whole they are moved to their names. When anything fails, or the signal is aborted before the move,
 * the target folder is as it was. Of several commands at once, one after the other moves.
 *
 * @param write - Fills the folder that it is given.
 * @throws {UsageError} a name is taken, and `force` is not set.
 */
export async function publishTogether<Result>(
  folder: string,
  { force = false, signal, requireFree: lookAgain }: PublishOptions,
  write: (workFolder: string) => Promise<Result>,
): Promise<Result> {
  const firstCreated = await mkdir(folder, { recursive: true });
  const work = join(folder, `${HIDDEN}-${randomUUID()}`);
  try {
    await mkdir(newIn(work), { recursive: true });
    const result = await write(newIn(work));
    signal.throwIfAborted();
    await claimFolder(work, join(folder, `${HIDDEN}-publishing`), async (claimed) => {
      await lookAgain?.();
      await moveAll(claimed, folder, force);
    });
    await rm(work, { recursive: true, force: true });
    return result;
  } catch (error) {
    if (!(await holdsReplaced(work))) await rm(work, { recursive: true, force: true });
    if (firstCreated !== undefined) await removeEmptyFolders(resolve(folder), resolve(firstCreated));
    throw error;
  }
}

const newIn = (work: string) => join(work, 'new');
const replacedIn = (work: string) => join(work, REPLACED);

/** Whether something was taken away that could not be put back: it is nowhere else. */
async function holdsReplaced(work: string): Promise<boolean> {
  return (await readdir(replacedIn(work)).catch((): string[] => [])).length > 0;
}

async function moveAll(work: string, folder: string, force: boolean): Promise<void> {
  const renames: Rename[] = [];
  for (const name of (await readdir(newIn(work))).toSorted()) {
    const made = join(newIn(work), name);
    const place = join(folder, name);
    const kind = (await lstat(made)).isDirectory() ? 'folder' : 'file';
    const isTaken = await requireFree(place, kind, force);
    if (isTaken) renames.push({ from: place, to: join(replacedIn(work), name) });
    renames.push({ from: made, to: place });
  }
  await mkdir(replacedIn(work));
  await renameAll(renames);
}

/** Takes away the folders that were made for the output, unless something else has come into them. */
async function removeEmptyFolders(folder: string, firstCreated: string): Promise<void> {
  const isRemoved = await rmdir(folder).then(
    () => true,
    () => false,
  );
  if (isRemoved && folder !== firstCreated) await removeEmptyFolders(dirname(folder), firstCreated);
}

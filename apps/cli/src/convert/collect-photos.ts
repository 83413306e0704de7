import { readdir, realpath, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { systemCode } from '../system-code.ts';
import { earlierOutputs } from './earlier-conversion.ts';
import type { PhotoFailure } from './photo-outcome.ts';

/** Photos to convert, in their order, each once. */
export interface CollectedPhotos {
  readonly paths: readonly string[];
  /** What else there was. */
  readonly passedOver: readonly PassedOver[];
  /** Folders that cannot be read. */
  readonly failed: readonly PhotoFailure[];
}

/** A file that is not converted although its folder is. */
export interface PassedOver {
  readonly path: string;
  readonly reason:
    | 'no photo by its name'
    | 'of an earlier conversion'
    | 'a link to a folder'
    | 'given already';
}

/** Names that photos have, also of kinds that are refused with a word on what to do. */
const PHOTO_NAMES = new Set([
  '.jpg',
  '.jpeg',
  '.png',
  '.webp',
  '.avif',
  '.tif',
  '.tiff',
  '.gif',
  '.heic',
  '.heif',
  '.jxl',
  '.bmp',
]);

/**
 * Files as they are named, and of folders the photos in them and below, sorted by path. Hidden ones are left out, and
 * so is what an earlier conversion has written. What is missing counts as a file, so that the message about it comes
 * with those about the others.
 */
export async function collectPhotos(places: readonly string[]): Promise<CollectedPhotos> {
  const named: string[] = [];
  const passedOver: PassedOver[] = [];
  const failed: PhotoFailure[] = [];
  for (const place of places) {
    if (!(await isFolder(place))) {
      named.push(place);
      continue;
    }
    const found = await filesIn(place);
    named.push(...found.paths);
    passedOver.push(...found.passedOver);
    failed.push(...found.failed);
  }
  const { first, again } = await withoutRepeats(named);
  return { paths: first, passedOver: [...passedOver, ...again], failed };
}

async function filesIn(place: string): Promise<CollectedPhotos> {
  const paths: string[] = [];
  const passedOver: PassedOver[] = [];
  const failed: PhotoFailure[] = [];
  const written = new Set<string>();
  async function visit(folder: string): Promise<void> {
    for (const name of await earlierOutputs(folder)) written.add(join(folder, name));
    for (const entry of await entriesOf(folder, failed)) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) await visit(path);
      else if (written.has(path)) passedOver.push({ path, reason: 'of an earlier conversion' });
      else if (entry.isSymbolicLink() && (await isFolder(path)))
        passedOver.push({ path, reason: 'a link to a folder' });
      else if (!(entry.isFile() || entry.isSymbolicLink())) continue;
      else if (PHOTO_NAMES.has(extname(path).toLowerCase())) paths.push(path);
      else passedOver.push({ path, reason: 'no photo by its name' });
    }
  }
  await visit(place);
  return { paths: paths.toSorted(), passedOver: passedOver.toSorted(byPath), failed };
}

async function entriesOf(folder: string, failed: PhotoFailure[]) {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.filter(({ name }) => !name.startsWith('.'));
  } catch (error) {
    const code = systemCode(error);
    if (code === '') throw error;
    failed.push({ path: folder, code, message: `the folder cannot be read: ${(error as Error).message}` });
    return [];
  }
}

/** The same file may be named twice, lie in a folder that is named, too, or be linked to. */
async function withoutRepeats(paths: readonly string[]) {
  const seen = new Set<string>();
  const first: string[] = [];
  const again: PassedOver[] = [];
  for (const path of paths) {
    const address = await addressOf(path);
    if (seen.has(address)) again.push({ path, reason: 'given already' });
    else first.push(path);
    seen.add(address);
  }
  return { first, again };
}

async function addressOf(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if (systemCode(error) === '') throw error;
    return path;
  }
}

function byPath(a: PassedOver, b: PassedOver): number {
  return a.path < b.path ? -1 : 1;
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    if (systemCode(error) === '') throw error;
    return false;
  }
}

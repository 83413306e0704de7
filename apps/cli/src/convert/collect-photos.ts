import { readdir, stat } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { systemCode } from '../system-code.ts';

/** Photos to convert, in their order. */
export interface CollectedPhotos {
  readonly paths: readonly string[];
  /** Files of folders that are no photos by their names. */
  readonly passedOver: readonly string[];
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
 * Files as they are named, and of folders the photos in them and below, sorted by path. Hidden ones are left out.
 * What is missing counts as a file, so that the message about it comes with those about the others.
 */
export async function collectPhotos(places: readonly string[]): Promise<CollectedPhotos> {
  const paths: string[] = [];
  const passedOver: string[] = [];
  for (const place of places) {
    if (!(await isFolder(place))) {
      paths.push(place);
      continue;
    }
    for (const path of await filesIn(place))
      (PHOTO_NAMES.has(extname(path).toLowerCase()) ? paths : passedOver).push(path);
  }
  return { paths, passedOver };
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() || entry.isSymbolicLink())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter(
      (path) =>
        !relative(folder, path)
          .split(sep)
          .some((part) => part.startsWith('.')),
    )
    .toSorted();
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    if (systemCode(error) === '') throw error;
    return false;
  }
}

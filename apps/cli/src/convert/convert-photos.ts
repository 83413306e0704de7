import { writeFile } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { reportProgress } from '@fashion-mnist/core';
import sharp from 'sharp';
import type { CommandContext } from '../context.ts';
import { slug } from '../export/slug.ts';
import { type ConvertFileOptions, convertFile } from './convert-file.ts';
import { inParallel } from './in-parallel.ts';
import type { PhotoOutcome } from './photo-outcome.ts';
import { stageSheet } from './stage-sheet.ts';

export interface ConvertPhotosOptions extends ConvertFileOptions {
  readonly paths: readonly string[];
  /** The class of each, where it is known. */
  readonly labels: Uint8Array | undefined;
  /** How many are worked on at a time. */
  readonly threads: number;
  /** Where a picture of each photo's steps goes. */
  readonly stagesFolder: string | undefined;
}

/** Converts photos, and gives what became of each in their order. */
export function convertPhotos(
  { paths, labels, threads, stagesFolder, ...options }: ConvertPhotosOptions,
  { signal, progress }: CommandContext,
): Promise<readonly PhotoOutcome[]> {
  // Photos are decoded side by side, each on one thread, and nothing of one is of use for another.
  sharp.concurrency(1);
  sharp.cache(false);
  const tell = progress.listen('convert');
  let completed = 0;
  return inParallel(paths, threads, async (path, index) => {
    signal.throwIfAborted();
    const converted = await convertFile(path, options);
    reportProgress(tell, { stage: 'photos', completed: ++completed, total: paths.length, unit: 'photos' });
    if (!('image' in converted)) return converted;
    if (stagesFolder !== undefined) {
      const sheet = await stageSheet(converted.stages.map(({ raster }) => raster));
      await writeFile(join(stagesFolder, sheetName(path, index, paths.length)), sheet, { signal });
    }
    return { ...converted.image, label: labels?.[index] };
  });
}

/** Names of files are no names of photos: several folders may have the same. */
function sheetName(path: string, index: number, count: number): string {
  const digits = String(count - 1).length;
  const { name } = parse(path);
  return `${[String(index).padStart(digits, '0'), slug(name)].filter((part) => part !== '').join('-')}.png`;
}

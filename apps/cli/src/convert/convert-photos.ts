import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { reportProgress } from '@fashion-mnist/core';
import type { PhotoSize } from '@fashion-mnist/transforms/node';
import sharp from 'sharp';
import type { CommandContext } from '../context.ts';
import { type ConvertFileOptions, convertFile } from './convert-file.ts';
import { inParallel } from './in-parallel.ts';
import { STAGES } from './output-names.ts';
import type { PhotoOutcome } from './photo-outcome.ts';
import { PixelBudget } from './pixel-budget.ts';
import { sheetName } from './sheet-name.ts';
import { stageSheet } from './stage-sheet.ts';

export interface ConvertPhotosOptions extends ConvertFileOptions {
  readonly paths: readonly string[];
  /** The class of each, where it is known. */
  readonly labels: Uint8Array | undefined;
  /** How many are worked on at a time. */
  readonly threads: number;
  /** The folder in whose folder for them a picture of each photo's steps goes. */
  readonly stagesIn: string | undefined;
}

/** Of bytes in three channels 0.8 GB, with what a conversion makes of them twice that. */
const PIXELS_AT_ONCE = 2 ** 28;

/** Converts photos, and gives what became of each in their order. */
export function convertPhotos(
  { paths, labels, threads, stagesIn, ...options }: ConvertPhotosOptions,
  { signal, progress }: CommandContext,
): Promise<readonly PhotoOutcome[]> {
  // Photos are decoded side by side, each on one thread, and nothing of one is of use for another.
  sharp.concurrency(1);
  sharp.cache(false);
  const tell = progress.listen('convert');
  let completed = 0;
  const budget = new PixelBudget(PIXELS_AT_ONCE);
  return inParallel(paths, threads, async (path, index) => {
    signal.throwIfAborted();
    const outcome = await budget.lend(async (take) => {
      const onSize = ({ width, height }: PhotoSize) => take(width * height);
      const converted = await convertFile(path, { ...options, decoding: { ...options.decoding, onSize } });
      if (!('image' in converted)) return converted;
      const image = { ...converted.image, label: labels?.[index] };
      if (stagesIn === undefined) return { ...image, stages: undefined };
      const stages = `${STAGES}/${sheetName(path, index, paths.length)}`;
      const sheet = await stageSheet(converted.stages.map(({ raster }) => raster));
      await writeFile(join(stagesIn, stages), sheet, { signal });
      return { ...image, stages };
    });
    reportProgress(tell, { stage: 'photos', completed: ++completed, total: paths.length, unit: 'photos' });
    return outcome;
  });
}

import type { ImageDataset, Split } from '@fashion-mnist/core';
import { encodePng, tileImages } from '@fashion-mnist/visualize';
import type { CommandContext, CommonOptions } from '../context.ts';
import { loadSplit } from '../datasets/load-split.ts';
import { resolveDataset } from '../datasets/resolve-dataset.ts';
import { requireFree } from '../output/require-free.ts';
import { writeOutput } from '../output/write-output.ts';
import type { Grid } from '../parse-options.ts';
import { drawPicture } from '../terminal/draw-picture.ts';
import { usesColor } from '../terminal/uses-color.ts';
import { loadPipeline } from '../transforms/load-pipeline.ts';
import { UsageError } from '../usage-error.ts';
import { showTransform } from './show-transform.ts';

export interface ShowCommandOptions extends CommonOptions {
  readonly split: Split;
  readonly index: number;
  readonly grid?: Grid;
  readonly transform?: string;
  readonly seed?: number;
  readonly out?: string;
  readonly force?: boolean;
  readonly cacheDir?: string;
}

export async function showCommand(
  argument: string,
  options: ShowCommandOptions,
  context: CommandContext,
): Promise<void> {
  const {
    split,
    index,
    grid = { rows: 1, columns: 1 },
    transform,
    seed,
    out,
    force = false,
    cacheDir,
  } = options;
  const { signal } = context;
  if (seed !== undefined && transform === undefined)
    throw new UsageError('--seed: expected together with --transform');
  if (out !== undefined) await requireFree(out, 'file', force);
  const definition = await resolveDataset(argument);
  const pipeline = transform === undefined ? undefined : await loadPipeline('--transform', transform, signal);
  const { dataset } = await loadSplit(definition, { split, cacheDir }, context);
  if (pipeline !== undefined)
    return showTransform(pipeline, dataset, { ...options, seed: seed ?? 0, force }, context);
  requireImages(dataset, index, grid);

  const indices = Array.from({ length: grid.rows * grid.columns }, (_, place) => index + place);
  const picture = tileImages(dataset.images, { indices, columns: grid.columns });
  const shown = Array.from(dataset.labels.subarray(index, index + indices.length), (label, offset) => {
    return { index: index + offset, label, className: dataset.classNames[label] ?? '' };
  });
  if (out !== undefined) await writeOutput(out, encodePng(picture), { force, signal });

  const lines = out === undefined ? drawPicture(picture, usesColor(process.stdout)) : [`wrote ${out}`];
  if (shown.length === 1) lines.push(`${split} ${index}: ${shown[0]?.className}`);
  context.print(lines, { dataset: definition.name, split, shown, ...(out === undefined ? {} : { out }) });
}

/** Every row of the grid has a picture, so that a slip of the finger does not ask for gigabytes of black. */
function requireImages({ labels, split }: ImageDataset, index: number, { rows, columns }: Grid): void {
  if (index >= labels.length)
    throw new UsageError(`--index: expected 0..${labels.length - 1} in the ${split} split, got ${index}`);
  const left = labels.length - index;
  if ((rows - 1) * columns < left && columns <= labels.length) return;
  throw new UsageError(`--grid: expected places for ${left} images at most, got ${rows}x${columns}`);
}

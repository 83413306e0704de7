import type { ImageDataset, Split } from '@fashion-mnist/core';
import { loadDataset } from '@fashion-mnist/dataset-fetch';
import { encodePng, tileImages } from '@fashion-mnist/visualize';
import type { CommandContext, CommonOptions } from '../context.ts';
import type { Grid } from '../parse-options.ts';
import { drawPicture } from '../terminal/draw-picture.ts';
import { UsageError } from '../usage-error.ts';
import { writeOutput } from '../write-output.ts';

export interface ShowCommandOptions extends CommonOptions {
  readonly split: Split;
  readonly index: number;
  readonly grid?: Grid;
  readonly out?: string;
  readonly force?: boolean;
  readonly cacheDir?: string;
}

export async function showCommand(
  name: string,
  options: ShowCommandOptions,
  context: CommandContext,
): Promise<void> {
  const { split, index, grid = { rows: 1, columns: 1 }, out, cacheDir } = options;
  const { signal, progress } = context;
  const dataset = await loadDataset(name, { split, cacheDir, signal, onProgress: progress.listen(name) });
  requireIndex(dataset, index);
  const indices = Array.from({ length: grid.rows * grid.columns }, (_, place) => index + place);
  const picture = tileImages(dataset.images, { indices, columns: grid.columns });
  const shown = Array.from(dataset.labels.subarray(index, index + indices.length), (label, offset) => {
    return { index: index + offset, label, className: dataset.classNames[label] ?? '' };
  });
  if (out !== undefined) await writeOutput(out, encodePng(picture), options);

  const useColor = process.stdout.isTTY === true && process.env['NO_COLOR'] === undefined;
  const lines = out === undefined ? drawPicture(picture, useColor) : [`wrote ${out}`];
  if (shown.length === 1) lines.push(`${split} ${index}: ${shown[0]?.className}`);
  context.print(lines, { dataset: name, split, shown, ...(out === undefined ? {} : { out }) });
}

function requireIndex({ labels, split }: ImageDataset, index: number): void {
  if (index < labels.length) return;
  throw new UsageError(`--index: expected 0..${labels.length - 1} in the ${split} split, got ${index}`);
}

import type { ImageDataset, NdArray } from '@fashion-mnist/core';
import type { Pipeline, Pixels } from '@fashion-mnist/transforms';
import { encodePng } from '@fashion-mnist/visualize';
import type { CommandContext } from '../context.ts';
import { writeOutput } from '../output/write-output.ts';
import type { Grid } from '../parse-options.ts';
import { drawPicture } from '../terminal/draw-picture.ts';
import { lineWidth } from '../terminal/line-width.ts';
import { usesColor } from '../terminal/uses-color.ts';
import { grayLevels, shownRange } from '../transforms/gray-levels.ts';
import { rowsBetween } from '../transforms/rows-between.ts';
import { sheetShape, transformSheet } from '../transforms/transform-sheet.ts';
import { transformedEpochs } from '../transforms/transformed-epochs.ts';
import { UsageError } from '../usage-error.ts';

export interface ShowTransformOptions {
  readonly index: number;
  readonly grid?: Grid | undefined;
  readonly seed: number;
  readonly out?: string | undefined;
  readonly force: boolean;
}

/** As many as a sheet of 28 x 28 pixels, magnified, can have below some 100 MB. */
const MOST_PICTURES = 10_000;

/** Also of pictures that become larger: as many as bytes in 256 MiB. */
const MOST_PIXELS = 2 ** 28;

const ON_PAPER = { magnification: 4, gap: 8, background: 255 };
const ON_TERMINAL = { magnification: 1, gap: 1, background: 64 };

/** A sheet of what a pipeline makes of some pictures: a row each, first itself, then what it becomes epoch by epoch. */
export async function showTransform(
  pipeline: Pipeline,
  dataset: ImageDataset,
  { index, seed, out, force, grid = defaultGrid(dataset, index, out) }: ShowTransformOptions,
  { signal, print }: CommandContext,
): Promise<void> {
  const epochCount = requirePlaces(dataset, index, grid) - 1;
  const { rows: count } = grid;
  const results = await transformedEpochs(pipeline, dataset, { index, count, epochCount, seed, signal });
  const pictures = results.map((result) => asPictures(result, dataset));
  const range = shownRange(pictures);
  const columns = [
    rowsBetween(dataset.images, index, index + count),
    ...pictures.map(({ data, shape }) => ({ data: grayLevels(data, range), shape })),
  ];
  const style = out === undefined ? ON_TERMINAL : ON_PAPER;
  requireSheet(sheetShape(columns, style));
  const sheet = transformSheet(columns, style);
  if (out !== undefined) await writeOutput(out, encodePng(sheet), { force, signal });

  const { split, labels, classNames } = dataset;
  const shown = Array.from(labels.subarray(index, index + count), (label, row) => {
    return { index: index + row, label, className: classNames[label] ?? '' };
  });
  const lines = out === undefined ? drawPicture(sheet, usesColor(process.stdout)) : [`wrote ${out}`];
  lines.push(
    ...linesAbout(pipeline),
    `${split} ${upTo(index, count)}: each picture, then seed ${seed}, epoch ${upTo(0, epochCount)}`,
  );
  print(lines, {
    dataset: dataset.name,
    split,
    transform: pipeline,
    seed,
    epochs: epochCount,
    range,
    shown,
    ...(out === undefined ? {} : { out }),
  });
}

function linesAbout({ name = 'steps', steps, deviations = [] }: Pipeline): readonly string[] {
  const operations = steps.map(({ operation }) => operation).join(', ') || 'none';
  return [`${name}: ${operations}`, ...deviations.map((deviation) => `- ${deviation}`)];
}

/** `3..7`, or `3` where it is one. */
function upTo(first: number, count: number): string {
  return count === 1 ? String(first) : `${first}..${first + count - 1}`;
}

/** On a terminal what fits its lines, on paper a page. */
function defaultGrid({ labels, images }: ImageDataset, index: number, out: string | undefined): Grid {
  const rows = Math.min(out === undefined ? 2 : 8, Math.max(1, labels.length - index));
  const [, , width = 1] = images.shape;
  const fitting = Math.floor((Math.min(lineWidth(process.stdout), 80) - 4) / (width + 1));
  return { rows, columns: out === undefined ? Math.max(2, Math.min(9, fitting)) : 9 };
}

/** @returns How many columns there are. */
function requirePlaces({ labels, split }: ImageDataset, index: number, { rows, columns }: Grid): number {
  if (index >= labels.length)
    throw new UsageError(`--index: expected 0..${labels.length - 1} in the ${split} split, got ${index}`);
  if (rows > labels.length - index)
    throw new UsageError(`--grid: expected rows for ${labels.length - index} pictures at most, got ${rows}`);
  if (columns < 2 || rows * columns > MOST_PICTURES)
    throw new UsageError(
      `--grid: expected at least 2 columns, for a picture and what it becomes, and at most ${MOST_PICTURES} places, got ${rows}x${columns}`,
    );
  return columns;
}

function requireSheet([height, width]: readonly [number, number]): void {
  if (height * width > MOST_PIXELS)
    throw new UsageError(
      `--grid: expected a sheet of at most ${MOST_PIXELS} pixels, got ${width} x ${height}; ask for fewer or smaller pictures`,
    );
}

/** Results as pictures, also where they are rows of as many features. */
function asPictures({ data, shape }: NdArray<Pixels>, { images }: ImageDataset): NdArray<Pixels> {
  if (shape.length === 3) return { data, shape };
  const [count = 0, featureCount = 0] = shape;
  const [, height = 0, width = 0] = images.shape;
  if (featureCount === height * width) return { data, shape: [count, height, width] };
  throw new UsageError(
    `--transform: expected steps that give pictures, got ${featureCount} features of each, which are none`,
  );
}

import type { NdArray } from '@fashion-mnist/core';
import { TransformError } from '../../errors.ts';
import { imageShape, type Pixels } from '../../images/images.ts';
import { normalizeBlock } from './block-norms.ts';
import { type CellGrid, cellGrid, countBytes, countValues } from './cell-histograms.ts';
import type { ResolvedHogSettings } from './hog-options.ts';
import { type VoteOptions, type VoteTable, voteTable } from './orientation-votes.ts';

/** Describes images one by one. */
export interface Describer {
  readonly imageCount: number;
  readonly featureCount: number;
  /** Writes the features of an image. */
  describe(image: number, features: Float32Array): void;
}

/** @throws {TransformError} `E_SHAPE` - no pictures, or they have no whole block; `E_OPTION` - a pixel out of range. */
export type DescriberFor = (images: NdArray<Pixels>) => Describer;

/** What describes images by these settings; what the settings alone determine is computed once. */
export function createDescribers(settings: ResolvedHogSettings): DescriberFor {
  const votes = votesOf(settings);
  let table: VoteTable | undefined;
  const tableOfBytes = () => (table ??= voteTable(votes));
  return (images) => createDescriber(images, settings, votes, tableOfBytes);
}

function createDescriber(
  images: NdArray<Pixels>,
  settings: ResolvedHogSettings,
  votes: VoteOptions,
  tableOfBytes: () => VoteTable,
): Describer {
  const { imageCount, height, width } = imageShape('hog', images);
  requireValues(images.data, settings);
  const { orientations, pixelsPerCell, cellsPerBlock, blockNorm, epsilon } = settings;
  const grid = cellGrid(height, width, pixelsPerCell);
  const blockRows = grid.rows - cellsPerBlock + 1;
  const blockColumns = grid.columns - cellsPerBlock + 1;
  if (blockRows < 1 || blockColumns < 1)
    throw new TransformError(
      'E_SHAPE',
      `hog: expected room for a block of ${cellsPerBlock} x ${cellsPerBlock} cells, got ${grid.rows} x ${grid.columns} cells`,
    );
  const histograms = new Float64Array(grid.rows * grid.columns * orientations);
  const block = new Float64Array(cellsPerBlock ** 2 * orientations);
  const count = createCounter(images.data, grid, settings.transformSqrt, votes, tableOfBytes, histograms);
  return {
    imageCount,
    featureCount: blockRows * blockColumns * block.length,
    describe(image, features) {
      count(image);
      for (let row = 0; row < blockRows; row++) {
        for (let column = 0; column < blockColumns; column++) {
          gather(histograms, grid.columns, row, column, cellsPerBlock, block);
          normalizeBlock(block, blockNorm, epsilon);
          features.set(block, (row * blockColumns + column) * block.length);
        }
      }
    },
  };
}

function votesOf({ orientations, signed, interpolation }: ResolvedHogSettings): VoteOptions {
  return { orientations, isSigned: signed, isInterpolated: interpolation === 'linear' };
}

/** The greatest pixel whose difference from its opposite float32 can hold. */
const GREATEST_PIXEL = (2 - 2 ** -23) * 2 ** 126;

function requireValues(pixels: Pixels, { transformSqrt }: ResolvedHogSettings): void {
  if (pixels instanceof Uint8Array) return;
  const [least, greatest] = transformSqrt ? [0, Infinity] : [-GREATEST_PIXEL, GREATEST_PIXEL];
  const wrong = pixels.findIndex((value) => !(Number.isFinite(value) && value >= least && value <= greatest));
  if (wrong < 0) return;
  const limit = Number.isFinite(pixels[wrong]) ? ` of at most ${GREATEST_PIXEL} either way` : '';
  const expected = `finite pixels${transformSqrt ? ' >= 0 for their square roots' : limit}`;
  throw new TransformError('E_OPTION', `hog: expected ${expected}, got ${pixels[wrong]} at ${wrong}`);
}

function createCounter(
  pixels: Pixels,
  grid: CellGrid,
  transformSqrt: boolean,
  votes: VoteOptions,
  tableOfBytes: () => VoteTable,
  histograms: Float64Array,
): (image: number) => void {
  const size = grid.height * grid.width;
  if (pixels instanceof Uint8Array && !transformSqrt) {
    const table = tableOfBytes();
    return (image) => countBytes(pixels, image * size, grid, table, histograms);
  }
  const picture = pixels instanceof Uint8Array ? new Float64Array(size) : new Float32Array(size);
  return (image) => {
    picture.set(pixels.subarray(image * size, (image + 1) * size));
    if (transformSqrt) for (let i = 0; i < size; i++) picture[i] = Math.sqrt(picture[i] as number);
    countValues(picture, grid, votes, histograms);
  };
}

/** Copies the histograms of the cells of a block. */
function gather(
  histograms: Float64Array,
  columns: number,
  row: number,
  column: number,
  side: number,
  block: Float64Array,
): void {
  const stride = block.length / side;
  const orientations = stride / side;
  for (let line = 0; line < side; line++) {
    const from = ((row + line) * columns + column) * orientations;
    block.set(histograms.subarray(from, from + stride), line * stride);
  }
}

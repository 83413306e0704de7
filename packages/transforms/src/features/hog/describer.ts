import type { NdArray } from '@fashion-mnist/core';
import { TransformError } from '../../errors.ts';
import { imageShape, type Pixels } from '../../images/images.ts';
import { normalizeBlock } from './block-norms.ts';
import { type CellGrid, cellGrid, countBytes, countValues } from './cell-histograms.ts';
import type { ResolvedHogSettings } from './hog-options.ts';
import { type VoteOptions, voteTable } from './orientation-votes.ts';

/** Describes images one by one. */
export interface Describer {
  readonly imageCount: number;
  readonly featureCount: number;
  /** Writes the features of an image. */
  describe(image: number, features: Float32Array): void;
}

/** @throws {TransformError} `E_SHAPE` - no pictures, or they have no whole block; `E_OPTION` - a pixel out of range. */
export function createDescriber(images: NdArray<Pixels>, settings: ResolvedHogSettings): Describer {
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
  const count = createCounter(images.data, grid, settings, histograms);
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

function requireValues(pixels: Pixels, { transformSqrt }: ResolvedHogSettings): void {
  if (pixels instanceof Uint8Array) return;
  const least = transformSqrt ? 0 : -Infinity;
  const wrong = pixels.findIndex((value) => !(Number.isFinite(value) && value >= least));
  if (wrong < 0) return;
  const expected = transformSqrt ? 'finite pixels >= 0 for their square roots' : 'finite pixels';
  throw new TransformError('E_OPTION', `hog: expected ${expected}, got ${pixels[wrong]} at ${wrong}`);
}

function createCounter(
  pixels: Pixels,
  grid: CellGrid,
  { orientations, signed, interpolation, transformSqrt }: ResolvedHogSettings,
  histograms: Float64Array,
): (image: number) => void {
  const votes: VoteOptions = {
    orientations,
    isSigned: signed,
    isInterpolated: interpolation === 'linear',
  };
  const size = grid.height * grid.width;
  if (pixels instanceof Uint8Array && !transformSqrt) {
    const table = voteTable(votes);
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

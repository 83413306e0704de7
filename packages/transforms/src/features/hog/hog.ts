import {
  createCheckpoint,
  type NdArray,
  type ProgressListener,
  reportProgress,
  sampleShape,
} from '@fashion-mnist/core';
import { BLOCK_NORMS, type BlockNorm, normalizeBlock } from './block-norms.ts';
import { type CellGrid, cellGrid, countBytes, countValues } from './cell-histograms.ts';
import { type VoteOptions, voteTable } from './orientation-votes.ts';

export interface HogOptions {
  /** Directions that are told apart, `1..255`. @default 9 */
  readonly orientations?: number | undefined;
  /** Side of a cell in pixels. @default 4 */
  readonly pixelsPerCell?: number | undefined;
  /** Side of a block in cells; blocks begin at every cell. @default 2 */
  readonly cellsPerBlock?: number | undefined;
  /** Whether a gradient from dark to light differs from the opposite one. @default false */
  readonly signed?: boolean | undefined;
  /** Whether a gradient votes for the two nearest directions, or only for its own. @default 'none' */
  readonly interpolation?: 'none' | 'linear' | undefined;
  /** How the histograms of a block are scaled. @default 'L2-Hys' */
  readonly blockNorm?: BlockNorm | undefined;
  /** What keeps empty blocks from being divided by 0, above 0, in the unit of a pixel. @default 1e-5 */
  readonly epsilon?: number | undefined;
  /** Whether the square root of each pixel is taken before; pixels must not be negative. @default false */
  readonly transformSqrt?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ProgressListener | undefined;
}

type Resolved = {
  readonly [Name in Exclude<keyof HogOptions, 'signal' | 'onProgress'>]-?: Exclude<
    HogOptions[Name],
    undefined
  >;
};

const DEFAULTS: Resolved = Object.freeze({
  orientations: 9,
  pixelsPerCell: 4,
  cellsPerBlock: 2,
  signed: false,
  interpolation: 'none',
  blockNorm: 'L2-Hys',
  epsilon: 1e-5,
  transformSqrt: false,
});

/** Images between two looks at the clock. */
const BATCH = 64;

/**
 * Histograms of oriented gradients: for each cell of a picture how strongly its pixels change in which direction, scaled
 * block by block.
 *
 * @param images - Shape `[imageCount, height, width]`; borrowed.
 * @returns Shape `[imageCount, featureCount]`: row by row of blocks, in each row by row of cells, in each the directions.
 *   28 x 28 pixels with the defaults have 6 x 6 blocks of 2 x 2 cells of 9 directions, 1,296 features.
 * @throws {RangeError} when an option is outside its range, or the pictures have no whole block.
 * @throws the signal's reason, when aborted.
 * @remarks With the defaults for `signed` and `interpolation`, what scikit-image computes. Stage: `hog` (images).
 * @see Dalal & Triggs 2005, "Histograms of oriented gradients for human detection"; skimage.feature.hog
 */
export async function hog(
  images: NdArray<Uint8Array | Float32Array>,
  { signal, onProgress, ...options }: HogOptions = {},
): Promise<NdArray<Float32Array>> {
  const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
  const resolved = { ...DEFAULTS, ...given };
  requireOptions(resolved);
  const { sampleCount } = sampleShape(images);
  const [, height = 0, width = 0, ...rest] = images.shape;
  if (images.shape.length !== 3 || rest.length > 0)
    throw new RangeError(`hog: expected [imageCount, height, width], got [${images.shape.join(', ')}]`);
  const grid = cellGrid(height, width, resolved.pixelsPerCell);
  const describe = createDescriber(images.data, grid, resolved);
  const data = new Float32Array(sampleCount * describe.featureCount);
  const checkpoint = createCheckpoint(signal);
  for (let image = 0; image < sampleCount; image++) {
    if (image % BATCH === 0) {
      await checkpoint();
      reportProgress(onProgress, { stage: 'hog', completed: image, total: sampleCount, unit: 'images' });
    }
    describe.image(image, data.subarray(image * describe.featureCount, (image + 1) * describe.featureCount));
  }
  reportProgress(onProgress, { stage: 'hog', completed: sampleCount, total: sampleCount, unit: 'images' });
  return { data, shape: [sampleCount, describe.featureCount] };
}

interface Describer {
  readonly featureCount: number;
  /** Writes the features of an image. */
  image(index: number, features: Float32Array): void;
}

function createDescriber(pixels: Uint8Array | Float32Array, grid: CellGrid, options: Resolved): Describer {
  const { orientations, cellsPerBlock, blockNorm, epsilon } = options;
  const blockRows = grid.rows - cellsPerBlock + 1;
  const blockColumns = grid.columns - cellsPerBlock + 1;
  if (blockRows < 1 || blockColumns < 1)
    throw new RangeError(
      `hog: expected room for a block of ${cellsPerBlock} x ${cellsPerBlock} cells, got ${grid.rows} x ${grid.columns} cells`,
    );
  const histograms = new Float64Array(grid.rows * grid.columns * orientations);
  const block = new Float64Array(cellsPerBlock ** 2 * orientations);
  const count = createCounter(pixels, grid, options, histograms);
  return {
    featureCount: blockRows * blockColumns * block.length,
    image(index, features) {
      count(index);
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

function createCounter(
  pixels: Uint8Array | Float32Array,
  grid: CellGrid,
  options: Resolved,
  histograms: Float64Array,
): (index: number) => void {
  const { orientations, signed, interpolation, transformSqrt } = options;
  const votes: VoteOptions = {
    orientations,
    isSigned: signed,
    isInterpolated: interpolation === 'linear',
  };
  const size = grid.height * grid.width;
  if (pixels instanceof Uint8Array && !transformSqrt) {
    const table = voteTable(votes);
    return (index) => countBytes(pixels, index * size, grid, table, histograms);
  }
  const picture = new Float64Array(size);
  return (index) => {
    picture.set(pixels.subarray(index * size, (index + 1) * size));
    if (transformSqrt) for (let i = 0; i < size; i++) picture[i] = Math.sqrt(picture[i] as number);
    countValues(picture, 0, grid, votes, histograms);
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

function requireOptions({ orientations, pixelsPerCell, cellsPerBlock, epsilon, blockNorm }: Resolved): void {
  requireCount('orientations', orientations, 255);
  requireCount('pixelsPerCell', pixelsPerCell, Number.MAX_SAFE_INTEGER);
  requireCount('cellsPerBlock', cellsPerBlock, Number.MAX_SAFE_INTEGER);
  if (!(epsilon > 0 && Number.isFinite(epsilon)))
    throw new RangeError(`hog.epsilon: expected a number > 0, got ${epsilon}`);
  if (!BLOCK_NORMS.includes(blockNorm))
    throw new RangeError(`hog.blockNorm: expected one of ${BLOCK_NORMS.join(', ')}, got ${blockNorm}`);
}

function requireCount(name: string, value: number, most: number): void {
  if (!Number.isSafeInteger(value) || value < 1 || value > most)
    throw new RangeError(`hog.${name}: expected a whole number in 1..${most}, got ${value}`);
}

import { castVote, type Vote, type VoteOptions, type VoteTable } from './orientation-votes.ts';

/** Pictures of one size cut into square cells. */
export interface CellGrid {
  readonly height: number;
  readonly width: number;
  readonly cellSize: number;
  readonly rows: number;
  readonly columns: number;
}

/** Whole cells only: pixels beyond the last one are left out. */
export function cellGrid(height: number, width: number, cellSize: number): CellGrid {
  const [rows, columns] = [Math.floor(height / cellSize), Math.floor(width / cellSize)];
  return { height, width, cellSize, rows, columns };
}

/**
 * The mean vote of the pixels of each cell for each direction; differences across the border of the picture are 0.
 *
 * @param start - Of the picture in the pixels.
 * @param histograms - Shape `[rows, columns, orientations]`, written.
 */
export function countBytes(
  pixels: Uint8Array,
  start: number,
  grid: CellGrid,
  table: VoteTable,
  histograms: Float64Array,
): void {
  const { height, width, cellSize, rows, columns } = grid;
  const { least, span, first, second, toFirst, toSecond } = table;
  const orientations = histograms.length / (rows * columns);
  histograms.fill(0);
  for (let y = 0; y < rows * cellSize; y++) {
    const row = start + y * width;
    const isEdgeRow = y === 0 || y === height - 1;
    const cellRow = Math.floor(y / cellSize) * columns;
    for (let x = 0; x < columns * cellSize; x++) {
      const at = row + x;
      const dy = isEdgeRow ? 0 : (pixels[at + width] as number) - (pixels[at - width] as number);
      const dx = x === 0 || x === width - 1 ? 0 : (pixels[at + 1] as number) - (pixels[at - 1] as number);
      if (dx === 0 && dy === 0) continue;
      const vote = (dy - least) * span + (dx - least);
      const cell = (cellRow + Math.floor(x / cellSize)) * orientations;
      const [one, other] = [cell + (first[vote] as number), cell + (second[vote] as number)];
      histograms[one] = (histograms[one] as number) + (toFirst[vote] as number);
      histograms[other] = (histograms[other] as number) + (toSecond[vote] as number);
    }
  }
  divide(histograms, cellSize ** 2);
}

/**
 * The same for one picture of any values. Differences of float32 are rounded to float32, as scikit-image has them: only
 * so are those equal that were in the picture, and diagonal gradients vote for the same direction.
 */
export function countValues(
  pixels: Float32Array | Float64Array,
  grid: CellGrid,
  options: VoteOptions,
  histograms: Float64Array,
): void {
  const { height, width, cellSize, rows, columns } = grid;
  const vote: Vote = { first: 0, second: 0, toFirst: 0, toSecond: 0 };
  histograms.fill(0);
  const round = pixels instanceof Float32Array ? Math.fround : Number;
  const at = (y: number, x: number) => pixels[y * width + x] as number;
  for (let y = 0; y < rows * cellSize; y++) {
    for (let x = 0; x < columns * cellSize; x++) {
      const dy = y === 0 || y === height - 1 ? 0 : round(at(y + 1, x) - at(y - 1, x));
      const dx = x === 0 || x === width - 1 ? 0 : round(at(y, x + 1) - at(y, x - 1));
      castVote(dx, dy, options, vote);
      const cell = (Math.floor(y / cellSize) * columns + Math.floor(x / cellSize)) * options.orientations;
      histograms[cell + vote.first] = (histograms[cell + vote.first] as number) + vote.toFirst;
      histograms[cell + vote.second] = (histograms[cell + vote.second] as number) + vote.toSecond;
    }
  }
  divide(histograms, cellSize ** 2);
}

function divide(values: Float64Array, divisor: number): void {
  for (let i = 0; i < values.length; i++) values[i] = (values[i] as number) / divisor;
}

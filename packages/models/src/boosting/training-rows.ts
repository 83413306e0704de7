import { type Command, command, type Region, type WorkerPool } from '@fashion-mnist/kernels';
import { ModelsError } from '../errors.ts';
import type { BinnedRows } from './binned-rows.ts';
import type { BoostingLoss } from './boosting-loss.ts';
import type { GrowingNode } from './growing-tree.ts';

const ENTRY_GRAIN = 8192;
const ENTRY_BYTES = 16;
/** Entries count rows in 24 bits. */
const MOST_ROWS: number = 2 ** 24 - 1;
/** Sums of gradients must stay below 2^39, of denominators below 2^52. */
const GRADIENT_UNITS = 2 ** 38;
const DENOMINATOR_UNITS = 2 ** 51;
const LARGEST_SCALE = 2 ** 60;

/** What the rows need beside their features: scores, gradients, and their order in the trees. */
export interface TrainingRows {
  readonly treeCount: number;
  readonly gradients: number;
  readonly curvatures: number;
  /** Pointer, or 0 when all weigh the same. */
  readonly weights: number;
  readonly scores: number;
  /** Units of entries in 1, as the last `packEntries` has set them. */
  readonly gradientScale: number;
  readonly denominatorScale: number;
  /** Where the rows of a node stand. */
  rowsOf(node: GrowingNode): number;
  /** Where the rows of a node's children go. */
  childRowsOf(node: GrowingNode): number;
  entriesOf(tree: number): number;
  /** Decides which rows the next trees see. */
  setRows(rows: Int32Array): Promise<void>;
  /** Computes gradients at the present scores. @returns the loss of each row */
  differentiate(signal: AbortSignal | undefined): Promise<Float64Array>;
  /** Entries for the next trees. @param lossSum - Over all rows: no sum of gradients exceeds it. */
  packEntries(lossSum: number): Command;
}

export interface TrainingData {
  readonly codes: Int32Array;
  readonly weights: Float64Array | undefined;
  readonly initialScores: Float64Array;
  readonly loss: BoostingLoss;
  readonly denominators: 'weights' | 'curvatures';
}

export async function placeTrainingRows(
  pool: WorkerPool,
  region: Region,
  { rowCount }: BinnedRows,
  data: TrainingData,
): Promise<TrainingRows> {
  if (rowCount > MOST_ROWS)
    throw new ModelsError('E_MEMORY', `expected at most ${MOST_ROWS} samples to boost on, got ${rowCount}`);
  const { codes, weights, initialScores, loss, denominators } = data;
  const treeCount = initialScores.length;
  const placed = await placeArrays(pool, region, rowCount, data);
  const { scores, gradients, curvatures, entries, rootRows, buffers, codePointer, losses } = placed;
  const weightSum = weights?.reduce((sum, weight) => sum + weight, 0) ?? rowCount;
  let [gradientScale, denominatorScale] = [1, 1];
  const inBuffer = ({ tree, start }: GrowingNode, depth: number) =>
    buffers[depth % 2]! + 4 * (tree * rowCount + start);

  return {
    treeCount,
    gradients,
    curvatures,
    weights: placed.weights,
    scores,
    get gradientScale() {
      return gradientScale;
    },
    get denominatorScale() {
      return denominatorScale;
    },
    rowsOf: (node) => (node.depth === 0 ? rootRows : inBuffer(node, node.depth)),
    childRowsOf: (node) => inBuffer(node, node.depth + 1),
    entriesOf: (tree) => entries + ENTRY_BYTES * tree * rowCount,
    setRows: (rows) => pool.write(rootRows, rows),
    async differentiate(signal) {
      const written = { gradients, curvatures, losses };
      const arrays = { scores, ...written, rowCount, treeCount, codes, codePointer };
      await loss.differentiate(pool, arrays, signal);
      return pool.read(Float64Array, losses, rowCount);
    },
    packEntries(lossSum) {
      gradientScale = scaleWithin(GRADIENT_UNITS, lossSum);
      denominatorScale = scaleWithin(DENOMINATOR_UNITS, denominators === 'weights' ? weightSum : lossSum);
      return command(
        'packEntries',
        { total: treeCount * rowCount, grain: ENTRY_GRAIN },
        gradients,
        denominators === 'weights' ? 0 : curvatures,
        placed.weights,
        rowCount,
        gradientScale,
        denominatorScale,
        entries,
      );
    },
  };
}

async function placeArrays(
  pool: WorkerPool,
  region: Region,
  rowCount: number,
  { codes, weights, initialScores }: TrainingData,
) {
  const treeCount = initialScores.length;
  const perTree = 8 * rowCount;
  const doubles = () => region.alloc(treeCount * perTree);
  const rowLists = () => region.alloc(4 * treeCount * rowCount);
  const placed = {
    scores: doubles(),
    gradients: doubles(),
    curvatures: doubles(),
    losses: region.alloc(perTree),
    entries: region.alloc(ENTRY_BYTES * treeCount * rowCount),
    rootRows: region.alloc(4 * rowCount),
    buffers: [rowLists(), rowLists()] as const,
    codePointer: region.alloc(4 * rowCount),
    weights: weights === undefined ? 0 : region.alloc(perTree),
  };
  await pool.write(placed.codePointer, codes);
  if (weights !== undefined) await pool.write(placed.weights, weights);
  for (const [tree, score] of initialScores.entries())
    await pool.write(placed.scores + tree * perTree, new Float64Array(rowCount).fill(score));
  return placed;
}

/** The greatest power of two that keeps a sum within a number of units. */
function scaleWithin(units: number, sum: number): number {
  let scale = LARGEST_SCALE;
  while (scale * sum > units) scale /= 2;
  return scale;
}

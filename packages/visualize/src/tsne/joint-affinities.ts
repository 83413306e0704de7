import { reportProgress } from '@fashion-mnist/core';
import {
  type Command,
  type ComputeRun,
  command,
  exactNeighbors,
  type LongRun,
  type Neighbors,
  type Region,
  type Samples,
  singleCommand,
  type Work,
  type WorkerPool,
} from '@fashion-mnist/kernels';
import { VisualizeError } from '../errors.ts';
import type { MapOrder } from './map-order.ts';

/** Affinities of all pairs of samples that are not zero, as sparse rows in the memory of a pool. */
export interface JointAffinities {
  readonly rowCount: number;
  /** `Int32Array` of `rowCount + 1`, multiples of 4. */
  readonly rowStarts: number;
  /** `Int32Array`, one per entry. */
  readonly columns: number;
  /** `Float32Array`, one per entry; all together they add up to 1. */
  readonly weights: number;
}

const ROW_GRAIN = 256;
const SORT_PIECES = 16;

/** The neighbours that affinities are made of: three times the perplexity, and each sample itself. */
export function affinityNeighbors(samples: Samples, perplexity: number, run: ComputeRun): Promise<Neighbors> {
  const [sampleCount = 0] = samples.shape;
  const neighborCount = Math.min(Math.floor(3 * perplexity) + 1, sampleCount);
  return exactNeighbors(samples, { ...run, neighborCount });
}

/**
 * @throws {VisualizeError} `E_SHAPE` - neighbours do not fit the samples; `E_COUNT` - fewer than the perplexity.
 */
export function requireNeighbors(
  { indices, distances }: Neighbors,
  sampleCount: number,
  perplexity: number,
): void {
  const [queryCount, listed = 0] = indices.shape;
  const fits = indices.data.length === sampleCount * listed && distances.data.length === indices.data.length;
  const isSound =
    indices.data.every((index) => index >= 0 && index < sampleCount) &&
    distances.data.every((distance) => distance >= 0 && distance < Infinity);
  if (queryCount !== sampleCount || !fits || !isSound) {
    throw new VisualizeError(
      'E_SHAPE',
      `tsne: expected neighbors [${sampleCount}, neighborCount] among the samples, got [${indices.shape.join(', ')}]`,
    );
  }
  if (listed - 1 < perplexity) {
    throw new VisualizeError(
      'E_COUNT',
      `tsne: expected at least perplexity + 1 = ${perplexity + 1} neighbors, got ${listed}`,
    );
  }
}

/**
 * Affinities of neighbours, each pair's the mean of both directions.
 *
 * @param order - In which samples make rows and columns.
 * @param region - Where the result is kept.
 * @remarks Stage: `affinities` (samples).
 * @see van der Maaten & Hinton 2008, "Visualizing data using t-SNE", section 2
 */
export async function jointAffinities(
  pool: WorkerPool,
  region: Region,
  neighbors: Neighbors,
  perplexity: number,
  order: MapOrder,
  { signal, onProgress }: LongRun,
): Promise<JointAffinities> {
  const [rowCount = 0] = neighbors.indices.shape;
  const rows = { total: rowCount, grain: ROW_GRAIN };
  const tell = (completed: number) =>
    reportProgress(onProgress, { stage: 'affinities', completed, total: rowCount, unit: 'samples' });
  const passing = pool.region();
  try {
    const lists = await writeLists(pool, passing, neighbors, order);
    const { indices, conditional, transposed, starts, neighborCount } = lists;
    const lengths = passing.alloc(4 * rowCount);
    const rowStarts = region.alloc(4 * (rowCount + 1));
    await pool.submit(
      [
        conditionalCommand(lists, rows, perplexity),
        ...transposeCommands(lists, rowCount, passing),
        command('tsneRowLengths', rows, indices, neighborCount, transposed, starts, lengths),
        singleCommand('tsneRowStarts', lengths, rowCount, rowStarts),
      ],
      { signal, onItems: tell },
    );
    const [entryCount = 0] = await pool.read(Int32Array, rowStarts + 4 * rowCount, 1);
    const columns = region.alloc(4 * entryCount);
    const weights = region.alloc(4 * entryCount);
    const symmetric = command(
      'tsneSymmetricRows',
      rows,
      ...([indices, conditional, neighborCount, 1 / (2 * rowCount), transposed, starts] as const),
      ...([rowStarts, columns, weights] as const),
    );
    await pool.submit([symmetric], { signal });
    tell(rowCount);
    return { rowCount, rowStarts, columns, weights };
  } finally {
    passing.release();
  }
}

/** Lists of neighbours in the memory of a pool, and room for what is made of them. */
interface Lists {
  readonly neighborCount: number;
  /** Each sample itself included. */
  readonly listedIndices: number;
  readonly listedDistances: number;
  readonly order: number;
  readonly ranks: number;
  /** Sorted, without the samples themselves; with their conditional affinities. */
  readonly indices: number;
  readonly conditional: number;
  /** Entries of `indices` sorted by what they hold, and where each value starts. */
  readonly transposed: number;
  readonly starts: number;
}

async function writeLists(
  pool: WorkerPool,
  region: Region,
  { indices, distances }: Neighbors,
  order: MapOrder,
): Promise<Lists> {
  const [rowCount = 0, listed = 1] = indices.shape;
  const entryBytes = 4 * rowCount * (listed - 1);
  const lists = {
    neighborCount: listed - 1,
    listedIndices: region.alloc(indices.data.byteLength),
    listedDistances: region.alloc(distances.data.byteLength),
    order: region.alloc(order.order.byteLength),
    ranks: region.alloc(order.ranks.byteLength),
    indices: region.alloc(entryBytes),
    conditional: region.alloc(entryBytes),
    starts: region.alloc(4 * (rowCount + 1)),
  };
  await pool.write(lists.listedIndices, indices.data);
  await pool.write(lists.listedDistances, distances.data);
  await pool.write(lists.order, order.order);
  await pool.write(lists.ranks, order.ranks);
  return { ...lists, transposed: lists.listedDistances };
}

function conditionalCommand(lists: Lists, rows: Work, perplexity: number): Command {
  const { listedIndices, listedDistances, neighborCount, order, ranks, indices, conditional } = lists;
  return command(
    'tsneAffinities',
    rows,
    ...([listedIndices, listedDistances, neighborCount, 1, perplexity, neighborCount] as const),
    ...([order, ranks, indices, conditional] as const),
  );
}

/** The order of entries by the neighbour they hold takes the place of the distances. */
function transposeCommands(
  { neighborCount, indices, transposed, starts }: Lists,
  rowCount: number,
  region: Region,
): readonly Command[] {
  const total = rowCount * neighborCount;
  const pieces = { total, grain: Math.max(1, Math.ceil(total / SORT_PIECES)) };
  const pieceCount = Math.ceil(total / pieces.grain);
  const counts = region.alloc(4 * pieceCount * rowCount);
  return [
    command('countKeys', pieces, indices, rowCount, counts, pieces.grain),
    singleCommand('startKeys', rowCount, pieceCount, counts, starts),
    command('orderByKey', pieces, indices, rowCount, counts, transposed, pieces.grain),
  ];
}

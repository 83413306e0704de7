import { command, type LongRun, type Region, type WorkerPool } from '@fashion-mnist/kernels';
import type { FuzzyGraph } from './fuzzy-graph.ts';
import type { MapBlocks } from './map-blocks.ts';
import { scheduleRounds } from './rounds.ts';
import { sortByKey } from './sort-by-key.ts';

/** A bucket of edges for each pair of blocks, and rounds of buckets that have no point in common. */
export interface EdgeBuckets {
  /** `Int32Array`: where the edges of each bucket start, and where the last ones end. */
  readonly starts: number;
  /** `Int32Array`, one per edge: the slots of its ends; and `rates`, `Float32Array`: how often it is due per epoch. */
  readonly heads: number;
  readonly tails: number;
  readonly rates: number;
  readonly edgeCount: number;
  /** For each round, an `Int32Array` of `bucketCount`, the largest bucket first. */
  readonly rounds: readonly { readonly buckets: number; readonly bucketCount: number }[];
}

const ROW_GRAIN = 256;
const EDGE_GRAIN = 16_384;

/**
 * Sorts the edges of a graph into buckets, in the order of their rows. Edges that would not be due once in all epochs
 * are left out.
 */
export async function edgeBuckets(
  pool: WorkerPool,
  region: Region,
  graph: FuzzyGraph,
  { blockCount, blocks, slots }: MapBlocks,
  epochCount: number,
  { signal }: LongRun,
): Promise<EdgeBuckets> {
  const { rowCount, entryCount, rowStarts, columns, weights } = graph;
  const passing = pool.region();
  try {
    const [rows, keys, order] = Array.from({ length: 3 }, () => passing.alloc(4 * entryCount)) as [
      number,
      number,
      number,
    ];
    const keyCount = blockCount ** 2 + 1;
    const sorting = sortByKey(passing, { keys, keyCount, itemCount: entryCount, order });
    const largest = await largestWeight(pool, graph, { signal });
    const places = [rowStarts, columns, weights, blocks, blockCount, largest / epochCount] as const;
    await pool.submit(
      [
        command('umapBucketEdges', { total: rowCount, grain: ROW_GRAIN }, ...places, rows, keys),
        ...sorting.commands,
      ],
      { signal },
    );
    const firsts = await pool.read(Int32Array, sorting.starts, keyCount);
    const edgeCount = firsts[blockCount ** 2] ?? 0;
    const [heads, tails] = [region.alloc(4 * edgeCount + 16), region.alloc(4 * edgeCount + 16)];
    const rates = region.alloc(4 * edgeCount + 16);
    const gathered = [order, rows, columns, weights, slots, largest, heads, tails, rates] as const;
    await pool.submit([command('umapGatherEdges', { total: edgeCount, grain: EDGE_GRAIN }, ...gathered)], {
      signal,
    });
    const starts = region.alloc(firsts.byteLength);
    await pool.write(starts, firsts);
    const sizes = firsts.map((first, bucket) => (firsts[bucket + 1] ?? first) - first);
    const rounds = await writeRounds(pool, region, scheduleRounds(sizes, blockCount));
    return { starts, heads, tails, rates, edgeCount, rounds };
  } finally {
    passing.release();
  }
}

async function largestWeight(
  pool: WorkerPool,
  { entryCount, weights }: FuzzyGraph,
  { signal }: LongRun,
): Promise<number> {
  const passing = pool.region();
  try {
    const pieceCount = Math.ceil(entryCount / EDGE_GRAIN);
    const pieces = passing.alloc(4 * pieceCount);
    const entries = { total: entryCount, grain: EDGE_GRAIN };
    await pool.submit([command('umapLargest', entries, weights, pieces, EDGE_GRAIN)], { signal });
    return (await pool.read(Float32Array, pieces, pieceCount)).reduce((most, one) => Math.max(most, one), 0);
  } finally {
    passing.release();
  }
}

async function writeRounds(
  pool: WorkerPool,
  region: Region,
  rounds: readonly (readonly number[])[],
): Promise<EdgeBuckets['rounds']> {
  const pointer = region.alloc(4 * rounds.flat().length);
  await pool.write(pointer, Int32Array.from(rounds.flat()));
  let next = pointer;
  return rounds.map(({ length }) => {
    const buckets = next;
    next += 4 * length;
    return { buckets, bucketCount: length };
  });
}

import { reportProgress } from '@fashion-mnist/core';
import {
  command,
  type LongRun,
  type Neighbors,
  type Region,
  singleCommand,
  type WorkerPool,
} from '@fashion-mnist/kernels';
import { sortByKey } from './sort-by-key.ts';

/** How surely samples are neighbours of each other, as sparse symmetric rows in the memory of a pool. */
export interface FuzzyGraph {
  readonly rowCount: number;
  readonly entryCount: number;
  /** `Int32Array` of `rowCount + 1`, multiples of 4. */
  readonly rowStarts: number;
  /** `Int32Array`, one per entry; ascending in each row, but for filling at its end. */
  readonly columns: number;
  /** `Float32Array`, one per entry, `0..1`; 0 where a row is filled up. */
  readonly weights: number;
}

const ROW_GRAIN = 256;

/**
 * The fuzzy union of the neighbourhoods of all samples.
 *
 * @param region - Where the result is kept.
 * @remarks Stage: `graph` (samples).
 * @see McInnes, Healy & Melville 2018, "UMAP", algorithms 2 and 3; fuzzy_simplicial_set of umap-learn
 */
export async function fuzzyGraph(
  pool: WorkerPool,
  region: Region,
  { indices: listed, distances: nearness }: Neighbors,
  { signal, onProgress }: LongRun,
): Promise<FuzzyGraph> {
  const [rowCount = 0, neighborCount = 0] = listed.shape;
  const edgeCount = listed.data.length;
  const rows = { total: rowCount, grain: ROW_GRAIN };
  const meanDistance = nearness.data.reduce((sum, distance) => sum + distance, 0) / edgeCount;
  const tell = (completed: number) =>
    reportProgress(onProgress, { stage: 'graph', completed, total: rowCount, unit: 'samples' });
  const passing = pool.region();
  try {
    const [listedIndices, distances] = [passing.alloc(4 * edgeCount), passing.alloc(4 * edgeCount)];
    const [indices, memberships] = [passing.alloc(4 * edgeCount), passing.alloc(4 * edgeCount)];
    const lengths = passing.alloc(4 * rowCount);
    const rowStarts = region.alloc(4 * (rowCount + 1));
    const order = distances;
    const sorting = { keys: indices, keyCount: rowCount, itemCount: edgeCount, order };
    const { commands: sort, starts } = sortByKey(passing, sorting);
    await pool.write(listedIndices, listed.data);
    await pool.write(distances, nearness.data);
    await pool.submit(
      [
        command(
          'umapMemberships',
          rows,
          ...([listedIndices, distances, neighborCount, 0, meanDistance, indices, memberships] as const),
        ),
        ...sort,
        command('tsneRowLengths', rows, indices, neighborCount, order, starts, lengths),
        singleCommand('tsneRowStarts', lengths, rowCount, rowStarts),
      ],
      { signal, onItems: tell },
    );
    const [entryCount = 0] = await pool.read(Int32Array, rowStarts + 4 * rowCount, 1);
    const [columns, weights] = [region.alloc(4 * entryCount), region.alloc(4 * entryCount)];
    const sources = [indices, memberships, neighborCount, order, starts] as const;
    await pool.submit([command('umapUnionRows', rows, ...sources, rowStarts, columns, weights)], { signal });
    tell(rowCount);
    return { rowCount, entryCount, rowStarts, columns, weights };
  } finally {
    passing.release();
  }
}

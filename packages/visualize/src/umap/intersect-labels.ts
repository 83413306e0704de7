import { command, type LongRun, type Region, type WorkerPool } from '@fashion-mnist/kernels';
import type { FuzzyGraph } from './fuzzy-graph.ts';

/** How far apart samples of unknown class count as; e to the minus this is the factor of their weights. */
const UNKNOWN_DISTANCE = 1;
/** Samples of different classes have nothing in common. */
const INFINITELY_FAR = 1e12;
const ROW_GRAIN = 256;

/**
 * A graph whose samples of different classes are farther apart; its weights are overwritten.
 *
 * @param labels - -1 where unknown.
 * @param targetWeight - `0..1`.
 * @see discrete_metric_simplicial_set_intersection of umap-learn
 */
export async function intersectLabels(
  pool: WorkerPool,
  region: Region,
  graph: FuzzyGraph,
  labels: Int32Array,
  targetWeight: number,
  { signal }: LongRun,
): Promise<FuzzyGraph> {
  const { rowCount, entryCount, rowStarts, columns, weights } = graph;
  const rows = { total: rowCount, grain: ROW_GRAIN };
  const farDistance = targetWeight < 1 ? 2.5 / (1 - targetWeight) : INFINITELY_FAR;
  const united = region.alloc(4 * entryCount);
  const passing = pool.region();
  try {
    const classes = passing.alloc(labels.byteLength);
    await pool.write(classes, labels);
    const distances = [farDistance, UNKNOWN_DISTANCE] as const;
    await pool.submit(
      [
        command('umapIntersectLabels', rows, rowStarts, columns, weights, classes, ...distances),
        command('umapReunite', rows, rowStarts, columns, weights, united),
      ],
      { signal },
    );
    return { ...graph, weights: united };
  } finally {
    passing.release();
  }
}

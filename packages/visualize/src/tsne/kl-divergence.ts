import { command, type LongRun, singleCommand, type WorkerPool } from '@fashion-mnist/kernels';
import type { JointAffinities } from './joint-affinities.ts';
import type { MapPoints } from './map-points.ts';
import type { Repulsion } from './repulsion.ts';

const ROW_GRAIN = 256;

/** How badly a map shows affinities: the Kullback-Leibler divergence, in nats, at least 0. */
export async function klDivergence(
  pool: WorkerPool,
  { points }: MapPoints,
  { rowCount, rowStarts, columns, weights }: JointAffinities,
  repulsion: Repulsion,
  { signal }: LongRun,
): Promise<number> {
  const region = pool.region();
  try {
    const pieceCount = Math.ceil(rowCount / ROW_GRAIN);
    const terms = region.alloc(16 * pieceCount);
    const divergence = region.alloc(8);
    const commands = await repulsion.commands();
    const { sums, sumCount, selfSum } = repulsion.normalisation();
    const rows = { total: rowCount, grain: ROW_GRAIN };
    await pool.submit(
      [
        ...commands,
        command('tsneDivergenceTerms', rows, points, rowStarts, columns, weights, terms, ROW_GRAIN),
        singleCommand('tsneDivergence', terms, pieceCount, sums, sumCount, selfSum, divergence),
      ],
      { signal },
    );
    const [result = Number.NaN] = await pool.read(Float64Array, divergence, 1);
    return result;
  } finally {
    region.release();
  }
}

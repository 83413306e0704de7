import { command, type PoolArray, type WorkerPool } from '@fashion-mnist/kernels';
import type { PenalisedModel } from '../../minimize/penalised-model.ts';
import { concatenated } from '../../minimize/vectors.ts';

/**
 * The steps to where models are least, each by coordinate descent; the models spread over the threads of a pool.
 *
 * @throws the signal's reason, when aborted.
 */
export async function solveModels(
  pool: WorkerPool,
  models: readonly PenalisedModel[],
  signal: AbortSignal | undefined,
): Promise<Float64Array[]> {
  const region = pool.region();
  const place = async (values: PoolArray): Promise<number> => {
    const pointer = region.alloc(values.byteLength);
    await pool.write(pointer, values);
    return pointer;
  };
  const starts = { parameter: 0, factor: 0, middle: 0 };
  const headers = models.flatMap(({ values, curvature }) => {
    const { rank, factors, middle } = curvature;
    const header = [values.length, rank, starts.parameter, starts.factor, starts.middle];
    starts.parameter += values.length;
    starts.factor += factors.length;
    starts.middle += middle.length;
    return header;
  });
  try {
    const args = [
      await place(Int32Array.from(headers)),
      await place(
        Float64Array.from(models.flatMap(({ curvature, tolerance }) => [curvature.scale, tolerance])),
      ),
      await place(concatenated(models.map(({ values }) => values))),
      await place(concatenated(models.map(({ slopes }) => slopes))),
      await place(concatenated(models.map(({ strengths }) => strengths))),
      await place(concatenated(models.map(({ curvature }) => curvature.factors))),
      await place(concatenated(models.map(({ curvature }) => curvature.middle))),
      region.alloc(starts.factor * 8),
      region.alloc(starts.parameter * 8),
    ] as const;
    const steps = region.alloc(starts.parameter * 8);
    await pool.submit([command('proximalSteps', { total: models.length, grain: 1 }, ...args, steps)], {
      signal,
    });
    const all = await pool.read(Float64Array, steps, starts.parameter);
    return models.map(({ values }, i) => {
      const first = headers[5 * i + 2]!;
      return all.slice(first, first + values.length);
    });
  } finally {
    region.release();
  }
}

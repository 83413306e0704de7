import type { ComputeRun, LongRun, Samples } from '@fashion-mnist/kernels';
import { type PcaProjection, pca } from './pca.ts';
import type { ProjectionSession } from './session.ts';

/** A map along the two axes of greatest variance, with all its work in one round. */
export interface PcaSession extends ProjectionSession {
  readonly method: 'pca';
  run(run?: LongRun): Promise<PcaProjection>;
}

/**
 * Prepares a map along the two axes of greatest variance, so that a viewer can treat it as any other method.
 *
 * @param samples - As of `pca`; borrowed until the round is done.
 * @remarks Until then all points lie at the origin. What is wrong with the samples is thrown by the round.
 */
export function createPcaSession(
  samples: Samples,
  { pool, threads }: Pick<ComputeRun, 'pool' | 'threads'> = {},
): PcaSession {
  const [sampleCount = 0] = samples.shape;
  const points = new Float32Array(2 * sampleCount);
  let projection: PcaProjection | undefined;

  async function run({ signal, onProgress }: LongRun = {}): Promise<PcaProjection> {
    if (projection !== undefined) return projection;
    projection = await pca(samples, { signal, onProgress, pool, threads });
    points.set(projection.coordinates.data);
    return projection;
  }

  return {
    method: 'pca',
    get completed() {
      return projection === undefined ? 0 : 1;
    },
    total: 1,
    async step(_count, context) {
      await run(context);
    },
    run,
    snapshot: async () => ({ data: points.slice(), shape: [sampleCount, 2] }),
    view: () => points,
    dispose: async () => {},
  };
}

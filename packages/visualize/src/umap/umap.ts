import type { Samples } from '@fashion-mnist/kernels';
import { referenceUmap } from '../reference/reference-umap.ts';
import type { UmapOptions } from './umap-options.ts';
import type { UmapProjection } from './umap-projection.ts';
import { createUmapSession } from './umap-session.ts';

/**
 * Places samples so that neighbours stay neighbours, by uniform manifold approximation.
 *
 * @param samples - Shape `[sampleCount, ...featureShape]`, more samples than `nNeighbors`; borrowed, and kept for
 * `transform`.
 * @throws {VisualizeError} `E_OPTION` - an option is outside its range; `E_COUNT` - too few samples; `E_SHAPE` - start,
 * labels or neighbours do not fit.
 * @throws {KernelsError} `E_SHAPE`; `E_NOT_FINITE`; `E_MEMORY`; `E_WORKER`.
 * @throws the signal's reason, when aborted.
 * @remarks Stages: those of `exactNeighbors`, then `graph` (samples) and `optimise` (epochs). Everything after the
 * search takes O(sampleCount) time. The same map for any number of threads. With `engine: 'reference'`, umap-js
 * optimises in a worker, from a random start: meant for up to some thousand samples, see `referenceUmap`.
 * @see McInnes, Healy & Melville 2018, "UMAP"; github.com/lmcinnes/umap; github.com/PAIR-code/umap-js
 */
export async function umap(samples: Samples, options: UmapOptions = {}): Promise<UmapProjection> {
  if (options.engine === 'reference') return referenceUmap(samples, options);
  const session = await createUmapSession(samples, options);
  try {
    return await session.run(options);
  } finally {
    await session.dispose();
  }
}

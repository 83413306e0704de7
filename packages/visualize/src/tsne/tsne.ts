import type { Samples } from '@fashion-mnist/kernels';
import type { Projection } from '../projection.ts';
import { referenceTsne } from '../reference/reference-tsne.ts';
import type { TsneOptions } from './tsne-options.ts';
import type { TsneProjection } from './tsne-projection.ts';
import { createTsneSession } from './tsne-session.ts';

/**
 * Places samples so that near ones stay near, by t-distributed stochastic neighbour embedding.
 *
 * @param samples - Shape `[sampleCount, ...featureShape]`, at least three per unit of perplexity; borrowed, and kept for
 * `transform`. Of samples that are alike, those that start alike stay together.
 * @throws {VisualizeError} `E_OPTION` - an option is outside its range; `E_COUNT` - too few samples; `E_SHAPE`.
 * @throws {KernelsError} `E_SHAPE`; `E_NOT_FINITE`; `E_MEMORY`; `E_WORKER`.
 * @throws the signal's reason, when aborted.
 * @remarks Stages: those of `exactNeighbors`, then `affinities` (samples) and `optimise` (iterations). An iteration
 * takes O(sampleCount²) between all pairs; on a grid O(sampleCount + nodes log nodes), with at most 1,288 x 1,288 nodes.
 * The same bytes for any number of threads, in Node and in Chromium.
 * With `engine: 'reference'`, tsne-js computes the map: O(sampleCount²), with its own defaults, see `referenceTsne`.
 * @see van der Maaten & Hinton 2008, "Visualizing data using t-SNE"; Linderman et al. 2019, "Fast interpolation-based
 * t-SNE"; Kobak & Berens 2019, "The art of using t-SNE for single-cell transcriptomics", for start and learning rate
 */
export function tsne(
  samples: Samples,
  options: TsneOptions & { readonly engine: 'reference' },
): Promise<Projection>;
export function tsne(
  samples: Samples,
  options?: TsneOptions & { readonly engine?: 'fast' },
): Promise<TsneProjection>;
export function tsne(samples: Samples, options?: TsneOptions): Promise<Projection>;
export async function tsne(samples: Samples, options: TsneOptions = {}): Promise<Projection> {
  if (options.engine === 'reference') return referenceTsne(samples, options);
  const session = await createTsneSession(samples, options);
  try {
    return await session.run(options);
  } finally {
    await session.dispose();
  }
}

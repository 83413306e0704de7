import type { NdArray } from '@fashion-mnist/core';
import type { Samples } from '@fashion-mnist/kernels';
import { type NeighborhoodOptions, neighborhoodQuality } from './neighborhood-quality.ts';
import type { QualityScore } from './quality-score.ts';

/**
 * Whether samples that are neighbours in truth are near on a map, `0..1`, 1 the best: every true neighbour that is not
 * one on the map costs as much as its rank there exceeds `neighborCount`.
 *
 * @param samples - Shape `[sampleCount, ...featureShape]`; borrowed.
 * @param map - Shape `[sampleCount, 2]`; borrowed.
 * @throws as `neighborhoodQuality`, which gives `trustworthiness` and `neighborRecall` in the same pass.
 * @see Venna & Kaski 2001, "Neighborhood preservation in nonlinear projection methods"; equals
 * sklearn.manifold.trustworthiness with samples and map exchanged (test/reference)
 */
export async function continuity(
  samples: Samples,
  map: NdArray<Float32Array>,
  options?: NeighborhoodOptions,
): Promise<QualityScore> {
  const { continuity: value, queryCount } = await neighborhoodQuality(samples, map, options);
  return { value, queryCount };
}

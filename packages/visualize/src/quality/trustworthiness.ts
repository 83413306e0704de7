import type { NdArray } from '@fashion-mnist/core';
import type { Samples } from '@fashion-mnist/kernels';
import { type NeighborhoodOptions, neighborhoodQuality } from './neighborhood-quality.ts';
import type { QualityScore } from './quality-score.ts';

/**
 * Whether points that are neighbours on a map are near in truth, `0..1`, 1 the best: every neighbour on the map that is
 * not one in truth costs as much as its true rank exceeds `neighborCount`.
 *
 * @param samples - Shape `[sampleCount, ...featureShape]`; borrowed.
 * @param map - Shape `[sampleCount, 2]`; borrowed.
 * @throws as `neighborhoodQuality`, which gives `continuity` and `neighborRecall` in the same pass.
 * @see Venna & Kaski 2001, "Neighborhood preservation in nonlinear projection methods"; equals
 * sklearn.manifold.trustworthiness where all points are queries (test/reference)
 */
export async function trustworthiness(
  samples: Samples,
  map: NdArray<Float32Array>,
  options?: NeighborhoodOptions,
): Promise<QualityScore> {
  const { trustworthiness: value, queryCount } = await neighborhoodQuality(samples, map, options);
  return { value, queryCount };
}

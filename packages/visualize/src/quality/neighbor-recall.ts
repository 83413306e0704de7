import type { NdArray } from '@fashion-mnist/core';
import type { Samples } from '@fashion-mnist/kernels';
import { type NeighborhoodOptions, neighborhoodQuality } from './neighborhood-quality.ts';
import type { QualityScore } from './quality-score.ts';

/**
 * Which share of the samples' true neighbours are neighbours on a map, `0..1`.
 *
 * @param samples - Shape `[sampleCount, ...featureShape]`; borrowed.
 * @param map - Shape `[sampleCount, 2]`; borrowed.
 * @throws as `neighborhoodQuality`, which gives `trustworthiness` and `continuity` in the same pass.
 */
export async function neighborRecall(
  samples: Samples,
  map: NdArray<Float32Array>,
  options?: NeighborhoodOptions,
): Promise<QualityScore> {
  const { neighborRecall: value, queryCount } = await neighborhoodQuality(samples, map, options);
  return { value, queryCount };
}

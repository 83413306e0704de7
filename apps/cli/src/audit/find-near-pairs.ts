import { sampleShape } from '@fashion-mnist/core';
import { type NearestPair, type Neighbors, nearestPairs } from '@fashion-mnist/kernels';
import type { AuditedImages } from './audited-images.ts';

/** Images that are nearly the same. */
export interface NearPairs {
  /** Closest first; the same byte for byte are no near pairs. Distances in grey levels, as root mean square. */
  readonly pairs: readonly NearestPair[];
  /** Images all of whose neighbours that were looked at are within reach, so that there may be more. */
  readonly crowdedCount: number;
}

/** @param levels - By how many of 255 grey levels pixels differ at most, as root mean square. */
export function findNearPairs(
  { images }: Pick<AuditedImages, 'images'>,
  neighbors: Neighbors,
  levels: number,
): NearPairs {
  const { featureCount } = sampleShape(images);
  const levelsPerDistance = 1 / Math.sqrt(featureCount);
  const maxDistance = levels / levelsPerDistance;
  const pairs = nearestPairs(neighbors, { maxDistance })
    .filter(({ distance }) => distance > 0)
    .map((pair) => ({ ...pair, distance: pair.distance * levelsPerDistance }));
  const [, listed = 1] = neighbors.distances.shape;
  const farthest = neighbors.distances.data.filter((_, at) => at % listed === listed - 1);
  return { pairs, crowdedCount: farthest.filter((distance) => distance <= maxDistance).length };
}

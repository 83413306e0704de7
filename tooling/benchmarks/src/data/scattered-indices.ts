import { createRng } from '@fashion-mnist/core';

/**
 * Random indices, the same at every call, each at least `distance` away from the one before it.
 *
 * @param bound - Indices are `0..bound - 1`; more than twice the distance.
 */
export function scatteredIndices(count: number, bound: number, distance: number): readonly number[] {
  const rng = createRng(0);
  const indices: number[] = [];
  while (indices.length < count) {
    const index = rng.nextInt(bound);
    if (Math.abs(index - (indices.at(-1) ?? -distance)) >= distance) indices.push(index);
  }
  return indices;
}

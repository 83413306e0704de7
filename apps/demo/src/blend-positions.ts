import type { MapPoints } from './map-points.ts';

/** Where points come from: each image's place on the map before, its new place when it was not there. */
export function startPositions(
  before: { readonly points: MapPoints; readonly positions: Float32Array },
  after: MapPoints,
): Float32Array {
  const pointOfSample = new Map(before.points.sampleIndices.map((sample, point) => [sample, point]));
  const start = after.positions.slice();
  after.sampleIndices.forEach((sample, point) => {
    const old = pointOfSample.get(sample);
    if (old === undefined) return;
    start.set(before.positions.subarray(2 * old, 2 * old + 2), 2 * point);
  });
  return start;
}

/** Positions on the straight way from `from` to `to`. */
export function blendPositions(from: Float32Array, to: Float32Array, share: number): Float32Array {
  return from.map((start, i) => start + ((to[i] as number) - start) * share);
}

import { createRng, ndArray } from '@fashion-mnist/core';
import type { Samples } from '@fashion-mnist/kernels';

/** Two clouds of points, far apart: the first half of the samples and the second. */
export function twoBlobs(sampleCount: number, featureCount = 6): Samples {
  const rng = createRng(1);
  const data = Float32Array.from({ length: sampleCount * featureCount }, (_, i) => {
    const isSecond = i >= (sampleCount * featureCount) / 2;
    return rng.nextNormal() + (isSecond ? 20 : 0);
  });
  return ndArray(data, [sampleCount, featureCount]);
}

/** The share of points whose nearest point on the map is of the same half. */
export function neighborPurity(coordinates: Float32Array): number {
  const count = coordinates.length / 2;
  const distance = (a: number, b: number) =>
    Math.hypot(
      (coordinates[2 * a] ?? 0) - (coordinates[2 * b] ?? 0),
      (coordinates[2 * a + 1] ?? 0) - (coordinates[2 * b + 1] ?? 0),
    );
  const all = Array.from({ length: count }, (_, point) => point);
  const pure = all.filter((point) => {
    const others = all.filter((other) => other !== point);
    const nearest = others.reduce((best, other) =>
      distance(point, other) < distance(point, best) ? other : best,
    );
    return nearest < count / 2 === point < count / 2;
  });
  return pure.length / count;
}

import { createRng, ndArray } from '@fashion-mnist/core';
import type { Samples } from '../samples.ts';

/** Pictures of blurred noise with dark margins, many of them alike: what neighbour search finds hard. */
export function randomBytes(sampleCount: number, featureCount: number, seed: number): Samples {
  const rng = createRng(seed);
  const data = new Uint8Array(sampleCount * featureCount);
  for (let row = 0; row < sampleCount; row++) {
    const level = rng.nextInt(4) * 60;
    for (let i = 0; i < featureCount; i++)
      data[row * featureCount + i] = rng.nextInt(3) === 0 ? 0 : level + rng.nextInt(40);
  }
  return ndArray(data, [sampleCount, featureCount]);
}

/** Normal numbers around a mean far from zero. */
export function randomFloats(
  sampleCount: number,
  featureCount: number,
  seed: number,
  mean = 0,
): Samples & { data: Float32Array } {
  const rng = createRng(seed);
  const data = Float32Array.from({ length: sampleCount * featureCount }, () => mean + rng.nextNormal());
  return { data, shape: [sampleCount, featureCount] };
}

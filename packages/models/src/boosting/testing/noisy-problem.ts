import { createRng } from '@fashion-mnist/core';

/** Bytes and labels. */
export interface NoisyProblem {
  readonly bytes: Uint8Array;
  readonly shape: readonly number[];
  readonly y: Int32Array;
}

/** Noisy bytes around a centre per class; every fourth is 0. */
export function noisyProblem(
  sampleCount: number,
  featureCount: number,
  classCount: number,
  seed = 1,
): NoisyProblem {
  const rng = createRng(seed);
  const centres = Uint8Array.from({ length: classCount * featureCount }, () => 60 + rng.nextInt(130));
  const codes = Array.from({ length: sampleCount }, (_, i) => i % classCount);
  const bytes = Uint8Array.from({ length: sampleCount * featureCount }, (_, i) => {
    const centre = centres[codes[Math.floor(i / featureCount)]! * featureCount + (i % featureCount)]!;
    return rng.nextInt(4) === 0 ? 0 : Math.min(255, Math.max(0, centre + Math.round(40 * rng.nextNormal())));
  });
  return { bytes, shape: [sampleCount, featureCount], y: Int32Array.from(codes, (code) => 5 * code - 7) };
}

import { type NdArray, ndArray } from '@fashion-mnist/core';

/** Samples of five classes, a map of them, and their labels: whole numbers and binary fractions, exact as float32. */
export interface HashedPoints {
  readonly samples: NdArray<Float32Array>;
  readonly map: NdArray<Float32Array>;
  readonly labels: Uint8Array;
}

const FEATURE_COUNT = 12;
const CLASS_COUNT = 5;

/** The points that `test/reference/quality.py` makes by the same formula. */
export function hashedPoints(count: number): HashedPoints {
  const samples = Float32Array.from({ length: count * FEATURE_COUNT }, (_, i) => {
    const point = Math.floor(i / FEATURE_COUNT);
    const feature = i % FEATURE_COUNT;
    return ((point % CLASS_COUNT) * (feature + 1)) / 4 + 4 * hashedFraction(i);
  });
  const map = Float32Array.from({ length: 2 * count }, (_, i) => {
    const point = i >> 1;
    return (samples[point * FEATURE_COUNT + 10 + (i & 1)] as number) + hashedFraction(i + 1_000_000);
  });
  const labels = Uint8Array.from({ length: count }, (_, point) => point % CLASS_COUNT);
  return { samples: ndArray(samples, [count, FEATURE_COUNT]), map: ndArray(map, [count, 2]), labels };
}

/** A fraction of 18 bits. @see Knuth, The Art of Computer Programming 3, 6.4: multiplicative hashing */
function hashedFraction(key: number): number {
  const mixed = Math.imul(key, 2_654_435_761) >>> 0;
  return (Math.imul(mixed ^ (mixed >>> 15), 2_246_822_519) >>> 14) / 2 ** 18;
}

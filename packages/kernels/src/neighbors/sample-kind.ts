import type { SampleMatrix } from '../samples.ts';

/** How samples are compared, as kernels number it: bytes, bytes whose differences are weighted, float32. */
export type SampleKind = 0 | 1 | 2;

export const BYTES: SampleKind = 0;
export const WEIGHTED_BYTES: SampleKind = 1;
export const FLOATS: SampleKind = 2;

export function sampleKind({ data }: SampleMatrix, weights: Float64Array | undefined): SampleKind {
  if (data instanceof Float32Array) return FLOATS;
  return weights === undefined ? BYTES : WEIGHTED_BYTES;
}

/** Bytes of a sample in the memory of a pool. */
export function sampleBytes(kind: SampleKind, featureCount: number): number {
  return kind === FLOATS ? featureCount * 4 : featureCount;
}

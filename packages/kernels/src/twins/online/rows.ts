import type { Heap } from '../../compute/heap.ts';

/** The first arguments of the kernels that take samples. */
export interface SampleArguments {
  readonly samples: number;
  readonly areFloats: number;
  readonly featureCount: number;
  readonly mean: number;
  readonly inverseScale: number;
}

/** Elements of a row: whole runs of sixteen. */
export function paddedWidth(featureCount: number): number {
  return 16 * Math.ceil(featureCount / 16);
}

/** One sample as a row of float32. */
export function prepareRow(
  { u8, f32 }: Heap,
  { samples, areFloats, featureCount, mean, inverseScale }: SampleArguments,
  sample: number,
  row: number,
): void {
  for (let feature = 0; feature < featureCount; feature++) {
    const at = sample * featureCount + feature;
    f32[row / 4 + feature] = areFloats
      ? f32[samples / 4 + at]!
      : Math.fround(u8[samples + at]! - f32[mean / 4 + feature]!) * f32[inverseScale / 4 + feature]!;
  }
  f32.fill(0, row / 4 + featureCount, row / 4 + paddedWidth(featureCount));
}

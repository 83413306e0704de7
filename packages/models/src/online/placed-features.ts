import type { Region, WorkerPool } from '@fashion-mnist/kernels';
import type { FeatureMatrix } from '../samples/features.ts';

/** The first arguments of the kernel `prepareRows`, in their order. */
export type SampleArguments = readonly [
  samples: number,
  areFloats: number,
  featureCount: number,
  mean: number,
  inverseScale: number,
];

/** Elements of a row of weights: whole runs of sixteen. */
export function paddedWidth(featureCount: number): number {
  return 16 * Math.ceil(featureCount / 16);
}

/** Room for `sampleCount` samples of a matrix, and the scaling of its bytes. */
export async function placeFeatures(
  pool: WorkerPool,
  region: Region,
  { data, featureCount, scaling }: FeatureMatrix,
  sampleCount: number,
): Promise<SampleArguments> {
  const samples = region.alloc(sampleCount * featureCount * data.BYTES_PER_ELEMENT);
  const mean = Float32Array.from(scaling?.mean ?? new Float32Array(featureCount));
  const inverseScale = Float32Array.from({ length: featureCount }, (_, i) => 1 / (scaling?.scale[i] ?? 1));
  return [
    samples,
    data instanceof Float32Array ? 1 : 0,
    featureCount,
    await placed(pool, region, mean),
    await placed(pool, region, inverseScale),
  ];
}

/** A pointer to a copy of an array. */
export async function placed(
  pool: WorkerPool,
  region: Region,
  values: Int32Array | Float32Array | Float64Array,
): Promise<number> {
  const pointer = region.alloc(values.byteLength);
  await pool.write(pointer, values);
  return pointer;
}

/** The whole numbers `0..count - 1`. */
export function firstNumbers(count: number): Int32Array {
  return Int32Array.from({ length: count }, (_, i) => i);
}

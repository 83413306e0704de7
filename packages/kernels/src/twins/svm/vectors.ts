import type { Heap } from '../../compute/heap.ts';
import { type KernelFunction, kernelOf, RBF } from './kernel-function.ts';

/** How samples become vectors, as the arguments of the kernels say it. */
export interface Coordinates {
  readonly samples: number;
  readonly areBytes: number;
  readonly featureCount: number;
  readonly multipliers: number;
  readonly shifts: number;
  readonly skews: number;
  readonly constant: number;
}

/** A vector with its offset and its kernel with itself. */
export interface PlainVector {
  readonly values: Float32Array;
  readonly offset: number;
  readonly diagonal: number;
}

export function plainVector(
  { f32, f64, u8 }: Heap,
  coordinates: Coordinates,
  kernel: KernelFunction,
  sample: number,
): PlainVector {
  const { samples, areBytes, featureCount, multipliers, shifts, skews, constant } = coordinates;
  const start = sample * featureCount;
  const values = new Float32Array(featureCount);
  for (let i = 0; i < featureCount; i++) {
    const raw = areBytes === 1 ? u8[samples + start + i]! : f32[samples / 4 + start + i]!;
    const product = Math.fround(raw * f32[multipliers / 4 + i]!);
    values[i] = kernel.areFloats
      ? product - f32[shifts / 4 + i]!
      : Math.max(-32_768, Math.min(32_767, nearestEven(product)));
  }
  const square = values.reduce((sum, value) => sum + value * value, 0);
  const skewed = values.reduce((sum, value, i) => sum + value * f64[skews / 8 + i]!, 0);
  const offset =
    kernel.kind === RBF
      ? kernel.areFloats
        ? 0
        : square
      : Math.fround(constant + Math.fround(kernel.factor) * skewed);
  return { values, offset, diagonal: kernelOf(kernel, square, 0, offset, offset) };
}

/** The sum of products of two vectors, and of their squared differences. */
export function compare(a: Float32Array, b: Float32Array): { product: number; distance: number } {
  let [product, distance] = [0, 0];
  for (let i = 0; i < a.length; i++) {
    product += a[i]! * b[i]!;
    distance += (a[i]! - b[i]!) ** 2;
  }
  return { product, distance };
}

/** A vector as it lies in a block of `lanes`. */
export function readVector(
  { f32, i16 }: Heap,
  areFloats: boolean,
  featureCount: number,
  blocks: number,
  lanes: number,
  index: number,
): Float32Array {
  const unitCount = areFloats ? featureCount : Math.ceil(featureCount / 2);
  const start = blocks / 4 + Math.floor(index / lanes) * unitCount * lanes + (index % lanes);
  const values = new Float32Array(featureCount);
  for (let i = 0; i < featureCount; i++)
    values[i] = areFloats ? f32[start + i * lanes]! : i16[2 * (start + (i >> 1) * lanes) + (i & 1)]!;
  return values;
}

export function writeVector(
  { f32, i32, i16 }: Heap,
  areFloats: boolean,
  blocks: number,
  lanes: number,
  index: number,
  values: Float32Array,
): void {
  const unitCount = areFloats ? values.length : Math.ceil(values.length / 2);
  const start = blocks / 4 + Math.floor(index / lanes) * unitCount * lanes + (index % lanes);
  for (let unit = 0; unit < unitCount; unit++) i32[start + unit * lanes] = 0;
  values.forEach((value, i) => {
    if (areFloats) f32[start + i * lanes] = value;
    else i16[2 * (start + (i >> 1) * lanes) + (i & 1)] = value;
  });
}

function nearestEven(value: number): number {
  const below = Math.floor(value);
  const rest = value - below;
  if (rest !== 0.5) return Math.round(value);
  return below % 2 === 0 ? below : below + 1;
}

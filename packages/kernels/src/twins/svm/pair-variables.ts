import type { Heap } from '../../compute/heap.ts';
import { type KernelFunction, kernelOf, RBF } from './kernel-function.ts';
import { type Coordinates, compare, plainVector, readVector, writeVector } from './vectors.ts';

/** Where the arguments of the kernel say that pairs and their members lie. */
export interface PairLists {
  readonly members: number;
  readonly boxes: number;
  readonly pairs: number;
  readonly largestPair: number;
}

/** The variables of a pair. What changes or is dear to compute lies in the workspace. */
export interface PairVariables {
  /** `-y · gradient`. */
  readonly gradients: Float64Array;
  /** `y · alpha`. */
  readonly duals: Float64Array;
  readonly diagonals: Float32Array;
  readonly sides: Float64Array;
  readonly lows: Float64Array;
  readonly highs: Float64Array;
  readonly samples: Int32Array;
  /** A row of the kernel. */
  row(k: number): Float32Array;
}

const HEADER_BYTES = 64;

export function pairVariables(
  heap: Heap,
  kernel: KernelFunction,
  featureCount: number,
  { pairs, members, boxes, largestPair }: PairLists,
  workspace: number,
  pair: number,
): PairVariables {
  const { i32, f32, f64 } = heap;
  const start = pairs / 4 + pair * 5;
  const [firstStart = 0, firstCount = 0, secondStart = 0, secondCount = 0] = i32.subarray(start, start + 4);
  const size = firstCount + secondCount;
  const member = (k: number) => (k < firstCount ? firstStart + k : secondStart + k - firstCount);
  const side = (k: number) => (k < firstCount ? 1 : -1);
  const bound = (k: number) => side(k) * f64[boxes / 8 + member(k)]!;

  const padded = 8 * Math.ceil(largestPair / 8);
  const gradients = workspace + HEADER_BYTES;
  const offsets = gradients + 16 * padded;
  const panels = offsets + 8 * padded;
  const offset = kernel.kind === RBF && !kernel.areFloats ? i32 : f32;
  const vector = (k: number) => readVector(heap, kernel.areFloats, featureCount, panels, 8, k);
  return {
    gradients: f64.subarray(gradients / 8, gradients / 8 + size),
    duals: f64.subarray(gradients / 8 + padded, gradients / 8 + padded + size),
    diagonals: f32.subarray(offsets / 4 + padded, offsets / 4 + padded + size),
    sides: Float64Array.from({ length: size }, (_, k) => side(k)),
    lows: Float64Array.from({ length: size }, (_, k) => Math.min(0, bound(k))),
    highs: Float64Array.from({ length: size }, (_, k) => Math.max(0, bound(k))),
    samples: Int32Array.from({ length: size }, (_, k) => i32[members / 4 + member(k)]!),
    row(k) {
      const one = vector(k);
      return Float32Array.from({ length: size }, (_, other) => {
        const { product, distance } = compare(one, vector(other));
        return kernelOf(kernel, product, distance, offset[offsets / 4 + k]!, offset[offsets / 4 + other]!);
      });
    },
  };
}

/** Writes the vectors of a pair with their offsets and diagonals where `pairVariables` reads them. */
export function packPair(
  heap: Heap,
  coordinates: Coordinates,
  kernel: KernelFunction,
  { samples, diagonals }: PairVariables,
  largestPair: number,
  workspace: number,
): void {
  const padded = 8 * Math.ceil(largestPair / 8);
  const offsets = workspace + HEADER_BYTES + 16 * padded;
  const offset = kernel.kind === RBF && !kernel.areFloats ? heap.i32 : heap.f32;
  samples.forEach((sample, k) => {
    const vector = plainVector(heap, coordinates, kernel, sample);
    offset[offsets / 4 + k] = vector.offset;
    diagonals[k] = vector.diagonal;
    writeVector(heap, kernel.areFloats, offsets + 8 * padded, 8, k, vector.values);
  });
}

import { createRng } from '@fashion-mnist/core';
import type { KernelsUnderTest } from './both-kernels.ts';

/** Random samples, labels and costs, the same for every memory. */
export interface SearchCase {
  readonly sampleCount: number;
  readonly featureCount: number;
  readonly elementBytes: number;
  readonly classCount: number;
  readonly visits: number;
  readonly seed: number;
}

export const STATE_LENGTH: number = 10;

/** Pointers to the samples, and functions that put further arrays behind them. */
export interface LaidOutSamples {
  readonly samples: number;
  readonly centre: number;
  readonly factor: number;
  readonly width: number;
  doubles(length: number, valueOf: (i: number) => number): number;
  floats(length: number, valueOf: (i: number) => number): number;
  integers(length: number, valueOf: (i: number) => number): number;
  /** `count` states that begin with so many active coordinates. */
  states(count: number, active: number, ofMethod: readonly number[]): number;
}

/** Lays the samples of a case out in memory, and gives pointers to them. */
export function layOutSamples(
  { heap }: KernelsUnderTest,
  alloc: (byteLength: number) => number,
  { sampleCount, featureCount, elementBytes, seed }: SearchCase,
): LaidOutSamples {
  const rng = createRng(seed);
  const width = Math.ceil((featureCount + 1) / 16) * 16;
  const samples = alloc(sampleCount * featureCount * elementBytes);
  const [centre, factor] = [alloc(4 * featureCount), alloc(4 * featureCount)];
  for (let i = 0; i < sampleCount * featureCount; i++) {
    if (elementBytes === 4) heap.f32[samples / 4 + i] = rng.nextNormal();
    else heap.u8[samples + i] = rng.nextInt(256);
  }
  for (let i = 0; i < featureCount; i++) {
    heap.f32[centre / 4 + i] = 100 + rng.nextInt(50);
    heap.f32[factor / 4 + i] = 0.01 + 0.01 * rng.nextFloat();
  }
  const write = (values: ArrayLike<number>, into: Float64Array | Float32Array | Int32Array) => {
    const pointer = alloc(values.length * into.BYTES_PER_ELEMENT);
    into.set(values, pointer / into.BYTES_PER_ELEMENT);
    return pointer;
  };
  const fill = (length: number, valueOf: (i: number) => number) =>
    Array.from({ length }, (_, i) => valueOf(i));
  return {
    samples,
    centre,
    factor,
    width,
    doubles: (length: number, valueOf: (i: number) => number) => write(fill(length, valueOf), heap.f64),
    floats: (length: number, valueOf: (i: number) => number) => write(fill(length, valueOf), heap.f32),
    integers: (length: number, valueOf: (i: number) => number) => write(fill(length, valueOf), heap.i32),
    states: (count: number, active: number, ofMethod: readonly number[]) =>
      write(
        fill(count, (i) => i).flatMap((i) =>
          [0, active, 0, 0, 1234567 + seed + i, ...ofMethod, 0, 0, 0, 0, 0].slice(0, STATE_LENGTH),
        ),
        heap.f64,
      ),
  };
}

import type { NdArray } from '@fashion-mnist/core';
import { blankPixels, type Pixels } from '../../images/images.ts';
import type { RandomOptions } from '../../random/random-options.ts';

/** Some of what stands one after the other along the first dimension, as a view. */
export function rowsBetween<P extends Pixels>(
  { data, shape }: NdArray<P>,
  start: number,
  end: number,
): NdArray<P> {
  const { length, rowShape } = rowOf(data, shape);
  return { data: data.subarray(start * length, end * length) as P, shape: [end - start, ...rowShape] };
}

/** The same of any rows, as a copy. */
export function rowsAt<P extends Pixels>(
  { data, shape }: NdArray<P>,
  indices: ArrayLike<number>,
): NdArray<P> {
  const { length, rowShape } = rowOf(data, shape);
  const rows = blankPixels(data, indices.length * length);
  for (let row = 0; row < indices.length; row++) {
    const start = (indices[row] as number) * length;
    rows.set(data.subarray(start, start + length), row * length);
  }
  return { data: rows, shape: [indices.length, ...rowShape] };
}

/** What names the random numbers of these images among others. */
export function randomBetween(
  { firstIndex = 0, indices, ...random }: RandomOptions,
  start: number,
  end: number,
): RandomOptions {
  if (indices === undefined) return { ...random, firstIndex: firstIndex + start };
  return { ...random, indices: Array.prototype.slice.call(indices, start, end) as readonly number[] };
}

function rowOf({ length }: Pixels, [count = 0, ...rowShape]: readonly number[]) {
  return { length: count === 0 ? 0 : length / count, rowShape };
}

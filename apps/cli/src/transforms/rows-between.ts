import type { NdArray } from '@fashion-mnist/core';
import type { Pixels } from '@fashion-mnist/transforms';

/** Some of what stands one after the other along the first dimension, as a view. */
export function rowsBetween<P extends Pixels>(
  { data, shape }: NdArray<P>,
  start: number,
  end: number,
): NdArray<P> {
  const [count = 0, ...rest] = shape;
  const length = data.length / count;
  return { data: data.subarray(start * length, end * length) as P, shape: [end - start, ...rest] };
}

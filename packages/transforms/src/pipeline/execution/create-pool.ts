import type { NdArray } from '@fashion-mnist/core';
import type { Batch } from '../../images/batch.ts';
import { blankPixels, type Pixels } from '../../images/images.ts';
import type { Pool } from '../operation.ts';

/** Images of which those that are taken go through some steps first. */
export function createPool(
  { images, labels }: Batch,
  apply: (some: Batch, indices: ArrayLike<number>) => Promise<Batch>,
): Pool {
  return {
    imageCount: images.shape[0] as number,
    take: (indices) =>
      apply({ images: rowsOf(images, indices), labels: labels && rowsOf(labels, indices) }, indices),
  };
}

/** Some of what stands one after the other along the first dimension. */
function rowsOf<P extends Pixels>({ data, shape }: NdArray<P>, indices: ArrayLike<number>): NdArray<P> {
  const [count = 0, ...rest] = shape;
  const length = count === 0 ? 0 : data.length / count;
  const rows = blankPixels(data, indices.length * length);
  for (let row = 0; row < indices.length; row++) {
    const start = (indices[row] as number) * length;
    rows.set(data.subarray(start, start + length), row * length);
  }
  return { data: rows, shape: [indices.length, ...rest] };
}

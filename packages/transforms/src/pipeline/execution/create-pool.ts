import type { Batch } from '../../images/batch.ts';
import type { Pool } from '../operation.ts';
import { rowsAt } from './rows.ts';

/** Images of which those that are taken go through some steps first. */
export function createPool(
  { images, labels }: Batch,
  apply: (some: Batch, indices: ArrayLike<number>) => Promise<Batch>,
): Pool {
  return {
    imageCount: images.shape[0] as number,
    take: (indices) =>
      apply({ images: rowsAt(images, indices), labels: labels && rowsAt(labels, indices) }, indices),
  };
}

import type { NdArray } from '@fashion-mnist/core';
import { VisualizeError } from '../errors.ts';

/**
 * The coordinates of a map, checked.
 *
 * @throws {VisualizeError} `E_SHAPE` - not `[pointCount, 2]`, not that many points, or not finite.
 */
export function checkedMap({ data, shape }: NdArray<Float32Array>, pointCount: number): Float32Array {
  if (shape.length !== 2 || shape[0] !== pointCount || shape[1] !== 2 || data.length !== 2 * pointCount) {
    throw new VisualizeError('E_SHAPE', `expected a map [${pointCount}, 2], got [${shape.join(', ')}]`);
  }
  if (!data.every(Number.isFinite)) throw new VisualizeError('E_SHAPE', 'expected finite coordinates');
  return data;
}

import type { TensorInfo } from '@tensorflow/tfjs-core';
import { util } from '@tensorflow/tfjs-core';

/**
 * Refuses what compiled kernels of our own would misread; nobody checks before them, as tfjs's ops do.
 *
 * @throws {RangeError} a tensor is not of float32, or not of that shape.
 */
export function requireFloat32(
  kernelName: string,
  shape: readonly number[],
  tensors: Readonly<Record<string, TensorInfo>>,
): void {
  for (const [name, { dtype, shape: found }] of Object.entries(tensors))
    if (dtype !== 'float32' || !util.arraysEqual(found, [...shape]))
      throw new RangeError(
        `${kernelName}: ${name}: expected float32 [${shape.join()}], got ${dtype} [${found.join()}]`,
      );
}

import { type NdArray, ndArray } from '@fashion-mnist/core';
import { ModelsError } from '../../errors.ts';
import type { Network } from '../network/network.ts';

/**
 * Images as a network takes them: `[imageCount, ...inputShape]`. A last dimension of one channel may be left out.
 *
 * @param images - Borrowed.
 * @throws {ModelsError} `E_SHAPE` - they do not fit the network, or there are none.
 */
export function imagesFor(
  { name, inputShape }: Network,
  { data, shape }: NdArray<Float32Array>,
): NdArray<Float32Array> {
  const [imageCount = 0, ...given] = shape;
  const sizes = given.length === inputShape.length - 1 ? [...given, 1] : given;
  const wanted = `${name}: expected images [imageCount, ${inputShape.join(', ')}]`;
  if (sizes.join() !== inputShape.join() || imageCount === 0 || !(data instanceof Float32Array))
    throw new ModelsError(
      'E_SHAPE',
      `${wanted} of float32, got [${shape.join(', ')}] of ${data.constructor.name}`,
    );
  try {
    return ndArray(data, [imageCount, ...inputShape]);
  } catch (cause) {
    throw new ModelsError('E_SHAPE', `${wanted}: ${(cause as Error).message}`, { cause });
  }
}

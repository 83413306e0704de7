import { createRng, elementCount } from '@fashion-mnist/core';
import { type Tensor, tensor } from '@tensorflow/tfjs-core';

/** Normal numbers from a seed. */
export function randomTensor(shape: readonly number[], seed = 1): Tensor {
  const rng = createRng(seed);
  return tensor(
    Float32Array.from({ length: elementCount(shape) }, () => rng.nextNormal()),
    [...shape],
  );
}

import type { Network } from '@fashion-mnist/models/deep';
import { tensor, tidy } from '@tensorflow/tfjs-core';
import type { Answer } from './answer.ts';

/** By tfjs on the current backend. @param pixels - 784 an image. */
export function tfjsAnswer(network: Network, pixels: Float32Array): Answer {
  return async (batchSize) =>
    tidy(() => {
      const images = tensor(pixels.subarray(0, batchSize * 784), [batchSize, 28, 28, 1]);
      return network.predict(images).dataSync<'float32'>();
    });
}

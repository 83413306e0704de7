import type { NdArray } from '@fashion-mnist/core';
import type { Network } from '../network/network.ts';
import { answerImages } from './answer-images.ts';
import { batchSizeOf, type EvaluationRun } from './evaluation-run.ts';
import { imagesFor } from './network-images.ts';

/**
 * The features of images before a network's last dense layer, for maps and for search by similarity.
 *
 * @param images - Prepared as for its training, shape `[imageCount, height, width, channels]`; borrowed.
 * @returns Shape `[imageCount, featureCount]`.
 * @throws {ModelsError} `E_SHAPE` - images do not fit the network, or there are none; `E_OPTION` - an option is not valid.
 * @throws the signal's reason, when aborted.
 */
export async function embedNetwork(
  network: Network,
  images: NdArray<Float32Array>,
  { batchSize, ...run }: EvaluationRun = {},
): Promise<NdArray<Float32Array>> {
  return answerImages(imagesFor(network, images), (batch) => network.embed(batch), {
    ...run,
    batchSize: batchSizeOf('embedNetwork', batchSize),
  });
}

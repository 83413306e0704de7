import type { NdArray } from '@fashion-mnist/core';
import type { Network } from '../network/network.ts';
import { answerImages } from './answer-images.ts';
import { classScores } from './class-scores.ts';
import { batchSizeOf, type EvaluationRun, type FlipOption } from './evaluation-run.ts';
import { imagesFor } from './network-images.ts';

/** What `predictNetwork` gives for each class, and when it ends early. */
export interface PredictNetworkOptions extends EvaluationRun, FlipOption {
  /**
   * `probabilities`: the softmax of the answers, which is what networks trained by `crossEntropy` learn; for other losses
   * their order alone means something. `scores`: the answers as they are. @default 'probabilities'
   */
  readonly outputs?: 'probabilities' | 'scores' | undefined;
}

/**
 * What a network says of images.
 *
 * @param images - Prepared as for its training, shape `[imageCount, height, width, channels]`; the channel may be left out
 *   where there is one. Borrowed.
 * @returns Shape `[imageCount, classCount]`.
 * @throws {ModelsError} `E_SHAPE` - images do not fit the network, or there are none; `E_OPTION` - an option is not valid.
 * @throws the signal's reason, when aborted.
 */
export async function predictNetwork(
  network: Network,
  images: NdArray<Float32Array>,
  { outputs = 'probabilities', flips = false, batchSize, ...run }: PredictNetworkOptions = {},
): Promise<NdArray<Float32Array>> {
  const options = { flips, isNormalized: outputs === 'probabilities' };
  return answerImages(imagesFor(network, images), (batch) => classScores(network, batch, options), {
    ...run,
    batchSize: batchSizeOf('predictNetwork', batchSize),
  });
}

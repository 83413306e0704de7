import { createCheckpoint, reportProgress } from '@fashion-mnist/core';
import { argMax, tidy } from '@tensorflow/tfjs-core';
import { ModelsError } from '../../errors.ts';
import type { Network } from '../network/network.ts';
import type { BatchSource, TrainingBatch } from '../training/batch-source.ts';
import { takeValues, withTensors } from '../training/batch-tensors.ts';
import { oneAhead } from '../training/one-ahead.ts';
import { classScores } from './class-scores.ts';
import { batchSizeOf, type EvaluationRun, type FlipOption } from './evaluation-run.ts';
import { type LabelledImages, labelledBatches } from './labelled-batches.ts';

/** What `evaluateNetwork` answers with, and when it ends early. */
export interface EvaluateNetworkOptions extends EvaluationRun, FlipOption {}

/** How well a network knows the classes of images. */
export interface NetworkEvaluation {
  /** The share of images whose likeliest class is the true one. */
  readonly accuracy: number;
  readonly correctCount: number;
  readonly imageCount: number;
  /** The likeliest class of each image, in the order of the images. */
  readonly predictions: Int32Array;
  /** The true class of each. */
  readonly labels: Int32Array;
}

/**
 * Measures a network, as it stands, on images with known classes.
 *
 * @param source - Images and labels, or batches (of epoch 0) in which the class with the greatest share counts.
 * @throws {ModelsError} `E_SHAPE` - images or labels do not fit the network or each other, or there are none;
 *   `E_OPTION` - an option is not valid.
 * @throws the signal's reason, when aborted.
 */
export async function evaluateNetwork(
  network: Network,
  source: LabelledImages | BatchSource,
  { flips = false, batchSize, signal, onProgress }: EvaluateNetworkOptions = {},
): Promise<NetworkEvaluation> {
  const size = batchSizeOf('evaluateNetwork', batchSize);
  const batches = 'images' in source ? labelledBatches(network, source, size) : source;
  const { imageCount } = batches;
  const predictions = new Int32Array(imageCount);
  const labels = new Int32Array(imageCount);
  const pause = createCheckpoint(signal);
  let done = 0;
  for await (const batch of oneAhead(batches.batches(0, { signal }))) {
    await pause();
    requireSameClasses(network, batch);
    const [predicted, truth] = await withTensors(batch, ({ inputs, targets }) => {
      const likeliest = tidy(() => [
        argMax(classScores(network, inputs, { flips, isNormalized: true }), 1),
        argMax(targets, 1),
      ]);
      return takeValues(likeliest);
    });
    predictions.set(predicted!, done);
    labels.set(truth!, done);
    done += predicted!.length;
    reportProgress(onProgress, { stage: 'evaluate', completed: done, total: imageCount, unit: 'images' });
  }
  if (done !== imageCount || done === 0)
    throw new ModelsError('E_SHAPE', `evaluateNetwork: expected ${imageCount || 'some'} images, got ${done}`);
  const correctCount = predictions.filter((prediction, i) => prediction === labels[i]).length;
  return { accuracy: correctCount / imageCount, correctCount, imageCount, predictions, labels };
}

function requireSameClasses({ name, outputShape }: Network, { targets }: TrainingBatch): void {
  const classCount = outputShape.at(-1);
  if (targets.shape[1] !== classCount)
    throw new ModelsError(
      'E_SHAPE',
      `evaluateNetwork: expected targets of ${classCount} classes as ${name} answers, got ${targets.shape[1]}`,
    );
}

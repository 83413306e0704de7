import type { NdArray } from '@fashion-mnist/core';
import { ModelsError } from '../../errors.ts';
import { dense } from '../layers/dense.ts';
import { sequence } from '../layers/sequence.ts';
import { createNetwork } from '../network/create-network.ts';
import type { Network } from '../network/network.ts';
import { readVariables, writeVariables } from '../persistence/variable-arrays.ts';
import type { EvaluationRun } from './evaluation-run.ts';
import type { LabelledImages } from './labelled-batches.ts';
import { predictNetwork } from './predict-network.ts';

/** What `nearestMeanClassifier` tells apart. */
export interface NearestMeanOptions extends EvaluationRun {
  /** Classes that are told apart; each needs an image. */
  readonly classCount: number;
}

/**
 * A network that gives features of images, as `triplet` trains them, as one that tells classes apart: the class is that
 * whose mean features are nearest. A dense layer behind it says so: `2 mean · x - |mean|²` is the greater, the nearer `x` is.
 *
 * @param network - Its parameters are copied; borrowed.
 * @param images - Those to take the means of, most often the training images without augmentation.
 * @returns A new network, to be disposed by the caller.
 * @throws {ModelsError} `E_SHAPE` - images do not fit the network or the labels; `E_LABELS` - a class has no image, or a label
 *   is none of the classes.
 * @throws the signal's reason, when aborted.
 */
export async function nearestMeanClassifier(
  network: Network,
  { images, labels }: LabelledImages,
  { classCount, ...run }: NearestMeanOptions,
): Promise<Network> {
  const features = await predictNetwork(network, images, { ...run, outputs: 'scores' });
  const arrays = await readVariables(variablesOf(network));
  const { name, inputShape, architecture } = network;
  const classifier = createNetwork(sequence(architecture, dense({ units: classCount })), {
    name,
    inputShape,
    seed: 0,
  });
  const { kernel, bias } = nearestMeans(features, labels, classCount);
  const values = new Map([...arrays].map(([path, array]) => [`0.${path}`, array as NdArray]));
  values.set('1.kernel', kernel).set('1.bias', bias);
  writeVariables(variablesOf(classifier), values);
  return classifier;
}

function variablesOf({ parameters }: Network) {
  return new Map(parameters.map(({ path, variable }) => [path, variable]));
}

function nearestMeans(
  { data, shape }: NdArray<Float32Array>,
  labels: ArrayLike<number>,
  classCount: number,
): { readonly kernel: NdArray; readonly bias: NdArray } {
  const [count = 0, featureCount = 0] = shape;
  if (labels.length !== count)
    throw new ModelsError('E_SHAPE', `expected a label for each of ${count} images, got ${labels.length}`);
  const sums = new Float64Array(featureCount * classCount);
  const sizes = new Uint32Array(classCount);
  for (let image = 0; image < count; image += 1) {
    const label = labels[image]!;
    if (!(label in sizes))
      throw new ModelsError('E_LABELS', `expected labels in 0..${classCount - 1}, got ${label} at ${image}`);
    sizes[label]! += 1;
    for (let feature = 0; feature < featureCount; feature += 1)
      sums[feature * classCount + label]! += data[image * featureCount + feature]!;
  }
  const missing = sizes.indexOf(0);
  if (missing >= 0)
    throw new ModelsError('E_LABELS', `expected an image of each class, got none of ${missing}`);
  const means = sums.map((sum, i) => sum / sizes[i % classCount]!);
  const bias = new Float32Array(classCount);
  means.forEach((mean, i) => {
    bias[i % classCount]! -= mean * mean;
  });
  return {
    kernel: { data: Float32Array.from(means, (mean) => 2 * mean), shape: [featureCount, classCount] },
    bias: { data: bias, shape: [classCount] },
  };
}

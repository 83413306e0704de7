import type { NdArray } from '@fashion-mnist/core';
import { KNeighborsClassifier } from '@fashion-mnist/models';
import type * as DeepEntry from '@fashion-mnist/models/deep';
import type { Network } from '@fashion-mnist/models/deep';
import { compose } from '@fashion-mnist/transforms';
import type { RecipeData, RunRecipeOptions } from './recipe-run.ts';
import type { ResolvedNetworkRecipe } from './resolve-network-recipe.ts';

type Deep = typeof DeepEntry;
type Run = Pick<RunRecipeOptions, 'signal' | 'onProgress' | 'threads'>;

/** A trained network, and how it was. */
export interface NetworkOfRecipe {
  readonly deep: Deep;
  readonly network: Network;
  readonly recipe: ResolvedNetworkRecipe;
}

/** Images nearby that have a say in a label, where a network gives features in place of scores. */
const NEIGHBOURS = 5;

/**
 * The labels of the judged images: the class with the greatest score or, of a network that was trained to compare images,
 * that of the nearest training images.
 */
export async function networkLabels(
  trained: NetworkOfRecipe,
  { train, judged }: RecipeData,
  run: Run,
): Promise<Uint8Array> {
  const answers = await answersOf(trained, judged.images, run);
  if (trained.recipe.loss.kind !== 'triplet') return likeliest(answers);
  const known = await answersOf(trained, train.images, run);
  const nNeighbors = Math.min(NEIGHBOURS, train.labels.length);
  const model = await new KNeighborsClassifier({ nNeighbors }).fit(known, train.labels, run);
  try {
    return Uint8Array.from(await model.predict(answers, run));
  } finally {
    await model.dispose?.();
  }
}

async function answersOf(
  { deep, network, recipe }: NetworkOfRecipe,
  images: NdArray<Uint8Array>,
  { signal, onProgress }: Run,
): Promise<NdArray<Float32Array>> {
  const prepared = await compose(recipe.pipelines.judged.steps).apply(images, { signal });
  return deep.predictNetwork(network, prepared as NdArray<Float32Array>, {
    outputs: recipe.loss.kind === 'cross-entropy' ? 'probabilities' : 'scores',
    flips: recipe.flips,
    signal,
    onProgress,
  });
}

function likeliest({ data, shape }: NdArray<Float32Array>): Uint8Array {
  const [imageCount = 0, classCount = 0] = shape;
  return Uint8Array.from({ length: imageCount }, (_, image) => {
    const scores = data.subarray(image * classCount, (image + 1) * classCount);
    return scores.reduce((best, score, label) => (score > (scores[best] ?? 0) ? label : best), 0);
  });
}

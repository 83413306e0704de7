import type { NdArray } from '@fashion-mnist/core';
import {
  type Classifier,
  estimators,
  type Features,
  type FitRun,
  makePipeline,
  Pca,
  StandardScaler,
} from '@fashion-mnist/models';
import { hog } from '@fashion-mnist/transforms';
import { BenchmarkError } from '../../errors.ts';
import type { EstimatorRecipe } from './estimator-recipe.ts';
import type { RecipeData, RecipeRun, RunRecipeOptions } from './recipe-run.ts';

/** Describes the images, standardises and projects them as the recipe says, and learns. */
export async function runEstimatorRecipe(
  found: EstimatorRecipe,
  { train, judged }: RecipeData,
  { seed, signal, onProgress, threads }: RunRecipeOptions,
): Promise<RecipeRun> {
  const run = { signal, onProgress, threads };
  const classifier = classifierOf(found);
  const recipe = { ...found, options: { ...classifier.options }, seed: seed ?? found.seed };
  const fitStart = performance.now();
  const features = await describe(train.images, recipe, run);
  const model = await withSteps(recipe, classifier).fit(features, train.labels, {
    ...run,
    seed: recipe.seed,
  });
  try {
    const predictStart = performance.now();
    const predicted = await model.predict(await describe(judged.images, recipe, run), run);
    return {
      recipe,
      predictions: Uint8Array.from(predicted),
      fitSeconds: (predictStart - fitStart) / 1000,
      predictSeconds: (performance.now() - predictStart) / 1000,
      training: null,
    };
  } finally {
    await model.dispose?.();
  }
}

function classifierOf({ estimator, options }: EstimatorRecipe): Classifier {
  const found = estimators.find(({ name }) => name === estimator);
  if (found === undefined) throw new BenchmarkError('E_LEADERBOARD', `there is no classifier ${estimator}`);
  return found.create(options);
}

async function describe(
  images: NdArray<Uint8Array>,
  { hog: settings }: EstimatorRecipe,
  { signal, onProgress }: Pick<FitRun, 'signal' | 'onProgress'>,
): Promise<Features> {
  return settings === null ? images : hog(images, { ...settings, signal, onProgress });
}

function withSteps({ scale, pca }: EstimatorRecipe, classifier: Classifier): Classifier {
  const steps = [
    ...(scale ? [new StandardScaler()] : []),
    ...(pca === null ? [] : [new Pca({ nComponents: pca })]),
  ];
  return makePipeline(...steps, classifier);
}

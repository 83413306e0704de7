import type { ImageDataset, NdArray } from '@fashion-mnist/core';
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
import { findRecipe } from './find-recipe.ts';
import type { Recipe } from './recipe.ts';

/** Images to learn from, and others to be judged by. */
export interface RecipeData {
  readonly train: Pick<ImageDataset, 'images' | 'labels'>;
  readonly judged: Pick<ImageDataset, 'images'>;
}

/** Stages of progress are those of the parts. */
export interface RunRecipeOptions extends Pick<FitRun, 'signal' | 'onProgress' | 'threads'> {
  /** A whole number `0..2^53 - 1`. @default the recipe's */
  readonly seed?: number | undefined;
}

export interface RecipeRun {
  /** With every option of the classifier, and the seed it was run with. */
  readonly recipe: Recipe;
  /** One label per judged image. */
  readonly predictions: Uint8Array;
  /** Of describing the images, standardising, projecting and learning. */
  readonly fitSeconds: number;
  /** Of the same up to the labels of the judged images. */
  readonly predictSeconds: number;
}

/**
 * Does what the recipe of a row says: learns from some images and labels others.
 *
 * @param row - Id of a row that has a recipe.
 * @throws {BenchmarkError} `E_LEADERBOARD` - there is no such row, or no recipe of it.
 * @throws {ModelsError} the images are too few for the recipe.
 * @throws {TransformError} `E_SHAPE` - the images are too small for its histograms of gradients.
 * @throws the signal's reason, when aborted.
 * @remarks The same seed gives the same labels, for any number of threads.
 */
export async function runRecipe(
  row: string,
  { train, judged }: RecipeData,
  { seed, ...run }: RunRecipeOptions = {},
): Promise<RecipeRun> {
  const found = findRecipe(row);
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
    };
  } finally {
    await model.dispose?.();
  }
}

function classifierOf({ estimator, options }: Recipe): Classifier {
  const found = estimators.find(({ name }) => name === estimator);
  if (found === undefined) throw new BenchmarkError('E_LEADERBOARD', `there is no classifier ${estimator}`);
  return found.create(options);
}

async function describe(
  images: NdArray<Uint8Array>,
  { hog: settings }: Recipe,
  run: Pick<FitRun, 'signal' | 'onProgress'>,
): Promise<Features> {
  return settings === null ? images : hog(images, { ...settings, ...run });
}

function withSteps({ scale, pca }: Recipe, classifier: Classifier): Classifier {
  const steps = [
    ...(scale ? [new StandardScaler()] : []),
    ...(pca === null ? [] : [new Pca({ nComponents: pca })]),
  ];
  return makePipeline(...steps, classifier);
}

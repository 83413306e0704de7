import type { ImageDataset } from '@fashion-mnist/core';
import type { FitRun } from '@fashion-mnist/models';
import type { TrainingCheckpoints } from '@fashion-mnist/models/deep';
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
  /** Where the training of a network is kept from time to time, to go on after an interruption. @default nowhere */
  readonly checkpoint?: TrainingCheckpoints | undefined;
}

/** What came of a recipe: predictions, seconds, and of a network what it has learned. */
export interface RecipeRun {
  /** With every option, and the seed it was run with. */
  readonly recipe: Recipe;
  /** One label per judged image. */
  readonly predictions: Uint8Array;
  /** Of all that is done to learn, before an interruption too. */
  readonly fitSeconds: number;
  /** Of all that is done from there to the labels of the judged images. */
  readonly predictSeconds: number;
  /** What came of the training of a network; null for other classifiers. */
  readonly training: TrainedNetwork | null;
}

/** What came of the training of a network. */
export interface TrainedNetwork {
  readonly epochs: number;
  /** How many numbers it has learned. */
  readonly parameterCount: number;
  /** The network as `saveNetwork` of `@fashion-mnist/models/deep` writes it; the same for the same labels. */
  readonly file: Uint8Array<ArrayBuffer>;
  /** tfjs' backend that has computed, as `simd`. */
  readonly backend: string;
}

import { BenchmarkError } from '../../errors.ts';
import { findRecipe } from './find-recipe.ts';
import { isNetworkRecipe } from './recipe.ts';
import type { RecipeData, RecipeRun, RunRecipeOptions } from './recipe-run.ts';
import { runEstimatorRecipe } from './run-estimator-recipe.ts';
import { runNetworkRecipe } from './run-network-recipe.ts';

/**
 * Does what the recipe of a row says: learns from some images and labels others.
 *
 * @param row - Id of a row, or of an entry of our own, that has a recipe.
 * @throws {BenchmarkError} `E_ROW` - there is no such row, or no recipe of it; `E_CHECKPOINT` - a checkpoint is of
 *   another recipe, seed or data; `E_OPTION` - a checkpoint for what is no network.
 * @throws {ModelsError} the images are too few for the recipe; `E_BACKEND`, `E_DIVERGED` - as `useBackend` and
 *   `trainNetwork` say.
 * @throws {TransformError} `E_SHAPE` - the images are too small for its histograms of gradients.
 * @throws the signal's reason, when aborted.
 * @remarks The same seed gives the same labels, for any number of threads. Networks take tfjs, which is loaded by the first
 *   of them and computes on another backend from then on; of several runs at once one comes after the other.
 */
export async function runRecipe(
  row: string,
  data: RecipeData,
  options: RunRecipeOptions = {},
): Promise<RecipeRun> {
  const recipe = findRecipe(row);
  if (isNetworkRecipe(recipe)) return runNetworkRecipe(recipe, data, options);
  if (options.checkpoint !== undefined)
    throw new BenchmarkError(
      'E_OPTION',
      `checkpoint: expected none, as ${row} is learned by ${recipe.estimator}`,
    );
  return runEstimatorRecipe(recipe, data, options);
}

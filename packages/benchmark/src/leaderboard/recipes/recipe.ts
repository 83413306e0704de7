import type { EstimatorRecipe } from './estimator-recipe.ts';
import type { NetworkRecipe } from './network-recipe.ts';

/**
 * How a row of the leaderboard, or an entry of our own, is reproduced. Nothing of it was chosen on the test images, unless
 * `chosen` says so.
 */
export type Recipe = EstimatorRecipe | NetworkRecipe;

/** Whether a recipe trains a network; otherwise it fits a classifier of scikit-learn's names. */
export function isNetworkRecipe(recipe: Recipe): recipe is NetworkRecipe {
  return 'network' in recipe;
}

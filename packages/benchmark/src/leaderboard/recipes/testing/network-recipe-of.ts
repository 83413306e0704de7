import { findRecipe } from '../find-recipe.ts';
import type { NetworkRecipe } from '../network-recipe.ts';
import { isNetworkRecipe } from '../recipe.ts';

/** The recipe of a row that trains a network. */
export function networkRecipeOf(row: string): NetworkRecipe {
  const recipe = findRecipe(row);
  if (!isNetworkRecipe(recipe)) throw new Error(`${row}: expected the recipe of a network`);
  return recipe;
}

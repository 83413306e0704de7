import { BenchmarkError } from '../../errors.ts';
import { findClaim } from '../claims.ts';
import type { Recipe } from './recipe.ts';
import { recipes } from './recipes.ts';

/**
 * The recipe of a row.
 *
 * @throws {BenchmarkError} `E_ROW` - there is no such row, or no recipe of it; the message says why.
 */
export function findRecipe(row: string): Recipe {
  const recipe = recipes.find((candidate) => candidate.row === row);
  if (recipe !== undefined) return recipe;
  const rows = recipes.map((candidate) => candidate.row).join(', ');
  throw new BenchmarkError('E_ROW', `${row} ${whyNot(row)}; rows with a recipe: ${rows}`);
}

function whyNot(row: string): string {
  const claim = findClaim(row);
  switch (claim.status) {
    case 'planned':
      return `needs ${claim.needs}, which is not built yet`;
    case 'not-reproducible':
    case 'constant':
      return `cannot be run: ${claim.reason.replace(/\.$/, '')}`;
    case 'runnable':
    case 'verified':
      return 'has no recipe here';
  }
}

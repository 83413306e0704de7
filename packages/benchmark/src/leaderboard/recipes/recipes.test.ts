import * as deep from '@fashion-mnist/models/deep';
import { createBatchSource } from '@fashion-mnist/transforms/batches';
import { describe, expect, it } from 'vitest';
import { networkRecipe } from '../schema/recipe-schema.ts';
import { madeImages } from '../testing/made-images.ts';
import { isNetworkRecipe } from './recipe.ts';
import { recipes } from './recipes.ts';
import { resolveNetworkRecipe } from './resolve-network-recipe.ts';

const networkRecipes = recipes.filter(isNetworkRecipe);
const { images, labels } = madeImages(4, 1);
const CHANCE = /^(random-|mixup$|cutmix$|cutout$|gaussian-noise$)/;

describe.each(networkRecipes)('the recipe of $row', (recipe) => {
  const resolved = resolveNetworkRecipe(deep, recipe, recipe.seed);
  const { train, judged } = resolved.pipelines;

  it('is of the schema of results', () => {
    expect(networkRecipe(JSON.parse(JSON.stringify(resolved)), 'recipe')).toEqual([]);
  });

  it('trains a network that stands for its row', () => {
    const rows = deep.networks[recipe.network]?.rows;
    expect(recipe.row.startsWith('compact') ? [recipe.row] : rows).toContain(recipe.row);
  });

  it('judges images by what is done to those it learns from, without chance', () => {
    const certain = train.steps.filter(({ operation }) => !CHANCE.test(operation));
    expect(judged.steps).toEqual(certain);
  });

  it('has a learning rate above 0 at every step, and images that its network takes', async () => {
    for (const share of [0, 0.25, 0.5, 0.75, 0.999])
      expect(deep.learningRate(resolved.schedule, Math.floor(share * 1000), 1000)).toBeGreaterThan(0);
    const source = createBatchSource({ images, labels, classCount: 4, pipeline: train, workers: 0 });
    for await (const { inputs } of source.batches(0)) expect(inputs.shape).toEqual([4, 28, 28, 1]);
  });
});

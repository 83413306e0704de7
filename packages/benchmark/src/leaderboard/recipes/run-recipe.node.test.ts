import { describe, expect, it } from 'vitest';
import { madeImages } from '../testing/made-images.ts';
import { findRecipe, recipes } from './find-recipe.ts';
import { runRecipe } from './run-recipe.ts';

const data = { train: madeImages(160, 1), judged: madeImages(80, 2) };

describe('runRecipe', () => {
  it.each(recipes.map(({ row }) => row))('learns by the recipe of %s', { timeout: 120_000 }, async (row) => {
    const { predictions, recipe, fitSeconds, predictSeconds } = await runRecipe(row, data);
    const right = predictions.filter((label, image) => label === data.judged.labels[image]).length;
    expect(predictions).toHaveLength(80);
    expect(right / 80).toBeGreaterThan(0.9);
    expect(recipe).toMatchObject({ row, seed: 42, options: findRecipe(row).options });
    expect(fitSeconds).toBeGreaterThan(0);
    expect(predictSeconds).toBeGreaterThan(0);
  });

  it('names every option of the classifier', async () => {
    const { recipe } = await runRecipe('mlp-256-128-100', data);
    expect(recipe.options).toMatchObject({ hiddenLayerSizes: [256, 128, 100], solver: 'adam', tol: 0.0001 });
  });

  it('gives the same labels for the same seed, on one thread or two', async () => {
    const [one, two] = await Promise.all(
      [1, 2].map((threads) => runRecipe('mlp-256-128-100', data, { seed: 7, threads })),
    );
    expect(one?.predictions).toEqual(two?.predictions);
    expect(one?.recipe.seed).toBe(7);
  });

  it('stops when it is told to', async () => {
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(runRecipe('hog-svm', data, { signal })).rejects.toThrow('enough');
  });

  it.each([
    ['wrn-40-4', /needs a wide residual network.*not built yet; rows with a recipe: .*hog-svm/],
    ['google-automl', /cannot be run: A closed service/],
    ['human-performance', /cannot be run: A measurement of people/],
    ['nothing', /expected a row of the leaderboard.*'nothing'/],
  ])('says why %s cannot be run', async (row, message) => {
    await expect(runRecipe(row, data)).rejects.toMatchObject({
      code: 'E_LEADERBOARD',
      message: expect.stringMatching(message),
    });
  });
});

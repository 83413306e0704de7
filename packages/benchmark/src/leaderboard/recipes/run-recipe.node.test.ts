import { describe, expect, it } from 'vitest';
import { madeImages } from '../testing/made-images.ts';
import { isNetworkRecipe } from './recipe.ts';
import { recipes } from './recipes.ts';
import { runRecipe } from './run-recipe.ts';

const data = { train: madeImages(160, 1), judged: madeImages(80, 2) };
const estimatorRecipes = recipes.flatMap((recipe) => (isNetworkRecipe(recipe) ? [] : [recipe]));

function accuracyOf(predictions: Uint8Array): number {
  return predictions.filter((label, image) => label === data.judged.labels[image]).length / 80;
}

describe('runRecipe', () => {
  it.each(estimatorRecipes)(
    'learns by the recipe of $row',
    { timeout: 120_000 },
    async ({ row, options }) => {
      const { predictions, recipe, fitSeconds, predictSeconds, training } = await runRecipe(row, data);
      expect(predictions).toHaveLength(80);
      expect(accuracyOf(predictions)).toBeGreaterThan(0.9);
      expect(recipe).toMatchObject({ row, seed: 42, options });
      expect(fitSeconds).toBeGreaterThan(0);
      expect(predictSeconds).toBeGreaterThan(0);
      expect(training).toBeNull();
    },
  );

  it('trains a network by the recipe of its row', { timeout: 120_000 }, async () => {
    const { predictions, recipe, training } = await runRecipe('2-conv-pooling-elu-pytorch', data);
    expect(accuracyOf(predictions)).toBeGreaterThan(0.9);
    expect(recipe).toMatchObject({ row: '2-conv-pooling-elu-pytorch', seed: 42 });
    expect(training).toMatchObject({ epochs: 10, backend: 'simd' });
  });

  it('names every option of the classifier', async () => {
    const { recipe } = await runRecipe('mlp-256-128-100', data);
    expect(recipe).toMatchObject({
      options: { hiddenLayerSizes: [256, 128, 100], solver: 'adam', tol: 0.0001 },
    });
  });

  it('gives the same labels for the same seed, on one thread or two', async () => {
    const [one, two] = await Promise.all(
      [1, 2].map((threads) => runRecipe('mlp-256-128-100', data, { seed: 7, threads })),
    );
    expect(one?.predictions).toEqual(two?.predictions);
    expect(one?.recipe.seed).toBe(7);
  });

  it.each(['hog-svm', 'gru-svm'])('stops when it is told to, with %s', async (row) => {
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(runRecipe(row, data, { signal })).rejects.toThrow('enough');
  });

  it('keeps no checkpoints of what is no network', async () => {
    const checkpoint = { save: () => {} };
    await expect(runRecipe('hog-svm', data, { checkpoint })).rejects.toMatchObject({ code: 'E_OPTION' });
  });

  it.each([
    ['fastai-resnet50', /cannot be run: It starts from a ResNet-50.*; rows with a recipe: .*hog-svm/],
    ['google-automl', /cannot be run: A closed service/],
    ['human-performance', /cannot be run: A measurement of people/],
    ['nothing', /expected a row of the leaderboard.*'nothing'/],
  ])('says why %s cannot be run', async (row, message) => {
    await expect(runRecipe(row, data)).rejects.toMatchObject({
      code: 'E_ROW',
      message: expect.stringMatching(message),
    });
  });
});

import { type ImageDataset, ndArray } from '@fashion-mnist/core';
import { loadDataset } from '@fashion-mnist/dataset-fetch';
import { accuracyScore } from '@fashion-mnist/models';
import { beforeAll, describe, expect, it } from 'vitest';
import type { NetworkRecipe } from '../../src/leaderboard/recipes/network-recipe.ts';
import { isNetworkRecipe } from '../../src/leaderboard/recipes/recipe.ts';
import { recipes } from '../../src/leaderboard/recipes/recipes.ts';
import { runNetworkRecipe } from '../../src/leaderboard/recipes/run-network-recipe.ts';

/** How much of its recipe a network is trained by, and the accuracy that it has to beat. */
interface ShortRun extends Pick<NetworkRecipe, 'epochs' | 'batchSize'> {
  readonly imageCount: number;
  readonly bar: number;
}

const SHORT: ShortRun = { imageCount: 6000, epochs: 3, batchSize: 64, bar: 0.7 };
/** For networks that train a few images a second: steps are small, so that there are some. */
const SHORTEST: ShortRun = { imageCount: 1000, epochs: 3, batchSize: 25, bar: 0.5 };
const SHORTEST_ROWS = /^(wrn-28-10|dual-path)/;

const hasData = process.env['FASHION_MNIST_TEST_FASHION'] === 'present';

function part({ images, labels }: ImageDataset, start: number, end: number) {
  const [, height = 0, width = 0] = images.shape;
  const size = height * width;
  const data = images.data.subarray(start * size, end * size);
  return { images: ndArray(data, [end - start, height, width]), labels: labels.subarray(start, end) };
}

describe.skipIf(!hasData)('a small part of the recipe', () => {
  let whole: ImageDataset;
  beforeAll(async () => {
    whole = await loadDataset('fashion-mnist', { split: 'train', offline: true });
  });

  it.each(recipes.filter(isNetworkRecipe))('of $row learns from real images', async (recipe) => {
    const { imageCount, bar, ...run } = SHORTEST_ROWS.test(recipe.row) ? SHORTEST : SHORT;
    const train = part(whole, 0, imageCount);
    // Training images too: test images judge whole recipes only.
    const judged = part(whole, 59_000, 60_000);
    const { predictions } = await runNetworkRecipe({ ...recipe, ...run }, { train, judged }, {});
    expect(accuracyScore(judged.labels, predictions)).toBeGreaterThan(bar);
  });
});

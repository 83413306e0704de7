import type { NdArray } from '@fashion-mnist/core';
import { fetchDataset, listDatasets, loadDataset, verifyDataset } from '@fashion-mnist/dataset-fetch';
import type { IdxArray } from '@fashion-mnist/idx-format';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { isReachable } from './is-reachable.ts';

const MINUTES = 60_000;

describe.skipIf(!(await isReachable('fashion-mnist')))(
  'the published Fashion-MNIST',
  () => {
    it('has 6,000 and 1,000 pictures of each of ten classes', async () => {
      for (const { split, count } of [
        { split: 'train', count: 6000 },
        { split: 'test', count: 1000 },
      ] as const) {
        const dataset = await loadDataset('fashion-mnist', { split });
        expect(dataset.images.shape).toEqual([10 * count, 28, 28]);
        const counts = dataset.classNames.map(
          (_, label) => dataset.labels.filter((other) => other === label).length,
        );
        expect(counts).toEqual(new Array(10).fill(count));
      }
    });

    it('has the mean and standard deviation that are published for it', async () => {
      const { images } = await loadDataset('fashion-mnist', { split: 'train' });
      const mean = images.data.reduce((sum, pixel) => sum + pixel, 0) / images.data.length / 255;
      const meanSquare =
        images.data.reduce((sum, pixel) => sum + pixel * pixel, 0) / images.data.length / 255 ** 2;
      expect(mean).toBeCloseTo(0.286, 4);
      expect(Math.sqrt(meanSquare - mean ** 2)).toBeCloseTo(0.353, 4);
    });

    it('begins with an ankle boot', async () => {
      const { labels, classNames } = await loadDataset('fashion-mnist', { split: 'train' });
      expect([...labels.subarray(0, 10)]).toEqual([9, 0, 0, 3, 0, 2, 7, 2, 5, 5]);
      expect(classNames[9]).toBe('Ankle boot');
    });

    it('is verified in the cache, file by file', async () => {
      const states = await verifyDataset('fashion-mnist');
      expect(states.map(({ state }) => state)).toEqual(['verified', 'verified', 'verified', 'verified']);
    });
  },
  3 * MINUTES,
);

describe.skipIf(!(await isReachable('mnist')))(
  'the published MNIST',
  () => {
    it('begins with a five', async () => {
      const { images, labels } = await loadDataset('mnist', { split: 'train' });
      expect(images.shape).toEqual([60_000, 28, 28]);
      expect([...labels.subarray(0, 5)]).toEqual([5, 0, 4, 1, 9]);
    });
  },
  3 * MINUTES,
);

describe('the registry', () => {
  it('refuses a name that no dataset has, and lists those that there are', async () => {
    await expect(fetchDataset('fashion')).rejects.toMatchObject({
      code: 'E_UNKNOWN_DATASET',
      message: `expected one of ${listDatasets().join(', ')}, got 'fashion'`,
    });
  });
});

it('reads IDX arrays that are NdArrays by structure, without idx-format knowing core', () => {
  expectTypeOf<IdxArray<'uint8'>>().toExtend<NdArray<Uint8Array>>();
  expectTypeOf<IdxArray>().toExtend<NdArray>();
});

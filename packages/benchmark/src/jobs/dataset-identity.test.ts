import type { ImageDataset } from '@fashion-mnist/core';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.ts';
import { identifyDataset } from './dataset-identity.ts';
import { sha256 } from './sha256.ts';

const dataset = (split: 'train' | 'test', labels: readonly number[], size = 2): ImageDataset => ({
  name: 'tiny',
  split,
  images: {
    data: Uint8Array.from({ length: labels.length * size * size }, (_, index) => index),
    shape: [labels.length, size, size],
  },
  labels: Uint8Array.from(labels),
  classNames: ['a', 'b'],
});
const train = dataset('train', [0, 1, 1]);
const test = dataset('test', [1, 0]);

describe('identifyDataset', () => {
  it('is that of the IDX files', async () => {
    const trainImages = [
      0, 0, 8, 3, 0, 0, 0, 3, 0, 0, 0, 2, 0, 0, 0, 2, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11,
    ];
    const testImages = [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 2, 0, 1, 2, 3, 4, 5, 6, 7];
    const digests = {
      train: {
        images: await sha256(Uint8Array.from(trainImages)),
        labels: await sha256(Uint8Array.of(0, 0, 8, 1, 0, 0, 0, 3, 0, 1, 1)),
      },
      test: {
        images: await sha256(Uint8Array.from(testImages)),
        labels: await sha256(Uint8Array.of(0, 0, 8, 1, 0, 0, 0, 2, 1, 0)),
      },
    };
    expect(await identifyDataset(train, test)).toEqual({
      name: 'tiny',
      sha256: await sha256(canonicalJson(digests)),
    });
  });

  it('tells a changed label, pixel, shape and split', async () => {
    const pixels = Uint8Array.from(train.images.data, (value, index) => (index === 5 ? 0 : value));
    const changed: readonly (readonly [ImageDataset, ImageDataset])[] = [
      [dataset('train', [0, 1, 0]), test],
      [train, dataset('test', [0, 0])],
      [{ ...train, images: { data: pixels, shape: [3, 2, 2] } }, test],
      [{ ...train, images: { data: train.images.data, shape: [3, 4, 1] } }, test],
      [test, train],
    ];
    const identities = await Promise.all(
      [[train, test] as const, ...changed].map((splits) => identifyDataset(...splits)),
    );
    expect(new Set(identities.map((identity) => identity.sha256)).size).toBe(changed.length + 1);
  });

  it('does not mind where in memory the data lie', async () => {
    const shifted = new Uint8Array(train.images.data.length + 3);
    shifted.set(train.images.data, 3);
    const moved = { ...train, images: { data: shifted.subarray(3), shape: train.images.shape } };
    expect(await identifyDataset(moved, test)).toEqual(await identifyDataset(train, test));
  });
});

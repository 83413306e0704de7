import { createHash } from 'node:crypto';
import { loadDataset, validationSplit } from '@fashion-mnist/dataset-fetch';
import { describe, expect, it } from 'vitest';
import { isReachable } from './is-reachable.ts';

const MINUTES = 60_000;

/** Named by the documentation; computed by a Python program from the description of Philox4x32-10 and of the split. */
const PUBLISHED_SHA256 = '5d18c43844bae1506d95b23190929c0ea26b368faddab5c547825b35d4120fd3';

/** SHA-256 of the indices as little-endian uint32. */
function hashOf(indices: Uint32Array): string {
  const bytes = new DataView(new ArrayBuffer(4 * indices.length));
  for (const [position, index] of indices.entries()) bytes.setUint32(4 * position, index, true);
  return createHash('sha256').update(bytes).digest('hex');
}

describe.skipIf(!(await isReachable('fashion-mnist')))(
  "the validation split of Fashion-MNIST's training images",
  () => {
    it('keeps 500 of each class back and leaves 5,500, each sample once', async () => {
      const { labels } = await loadDataset('fashion-mnist', { split: 'train' });
      const { train, validation } = validationSplit(labels);
      for (const { indices, count } of [
        { indices: validation, count: 500 },
        { indices: train, count: 5500 },
      ]) {
        const counts = new Array<number>(10).fill(0);
        for (const index of indices) counts[labels[index] ?? -1] = (counts[labels[index] ?? -1] ?? 0) + 1;
        expect(counts).toEqual(new Array(10).fill(count));
      }
      expect(new Set([...train, ...validation])).toEqual(new Set(labels.keys()));
    });

    it('is the published one, by the hash of its indices', async () => {
      const { labels } = await loadDataset('fashion-mnist', { split: 'train' });
      expect(hashOf(validationSplit(labels).validation)).toBe(PUBLISHED_SHA256);
    });
  },
  3 * MINUTES,
);

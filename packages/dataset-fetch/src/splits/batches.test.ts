import { type ImageDataset, ndArray } from '@fashion-mnist/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BatchesOptions, batches } from './batches.ts';

/** Sample i has the pixels [low byte of i, high byte of i] and the label i % 10. */
function numberedDataset(sampleCount: number): ImageDataset {
  const indices = Uint16Array.from({ length: sampleCount }, (_, index) => index);
  return {
    name: 'numbered',
    split: 'train',
    images: ndArray(
      Uint8Array.from({ length: 2 * sampleCount }, (_, i) => (i % 2 === 0 ? i / 2 : (i - 1) / 2 / 256)),
      [sampleCount, 1, 2],
    ),
    labels: Uint8Array.from(indices, (index) => index % 10),
    classNames: [],
  };
}

const indicesOf = (dataset: ImageDataset, options: BatchesOptions) =>
  [...batches(dataset, options)].flatMap(({ indices }) => [...indices]);

const sizes = fc.record({
  sampleCount: fc.nat(400),
  batchSize: fc.integer({ min: 1, max: 450 }),
  shuffle: fc.boolean(),
  seed: fc.nat(),
});

describe('batches', () => {
  it('gives every sample once, in full batches and a last one of the rest', () => {
    fc.assert(
      fc.property(sizes, ({ sampleCount, ...options }) => {
        const dataset = numberedDataset(sampleCount);
        const seen = indicesOf(dataset, options);
        expect(seen.toSorted((a, b) => a - b)).toEqual([...dataset.labels.keys()]);
        const lengths = Array.from(batches(dataset, options), ({ labels }) => labels.length);
        expect(lengths.slice(0, -1).every((length) => length === options.batchSize)).toBe(true);
        expect(lengths).toHaveLength(Math.ceil(sampleCount / options.batchSize));
      }),
    );
  });

  it('gives the image and the label of each index', () => {
    for (const { images, labels, indices } of batches(numberedDataset(700), { batchSize: 64 })) {
      expect(images.shape).toEqual([indices.length, 1, 2]);
      const pixels = Array.from(indices, (index) => [index % 256, Math.floor(index / 256)]).flat();
      expect([...images.data]).toEqual(pixels);
      expect([...labels]).toEqual(Array.from(indices, (index) => index % 10));
    }
  });

  it('leaves out the incomplete last batch when that is asked for', () => {
    const lengths = (sampleCount: number) =>
      Array.from(
        batches(numberedDataset(sampleCount), { batchSize: 4, dropRemainder: true }),
        ({ labels }) => labels.length,
      );
    expect(lengths(11)).toEqual([4, 4]);
    expect(lengths(8)).toEqual([4, 4]);
    expect(lengths(3)).toEqual([]);
  });

  it("keeps the dataset's order without shuffling", () => {
    const order = indicesOf(numberedDataset(9), { batchSize: 4, shuffle: false, seed: 5, epoch: 2 });
    expect(order).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('gives the same order for the same seed and epoch, and another for any other', () => {
    const dataset = numberedDataset(100);
    const orderOf = (seed: number, epoch: number) => indicesOf(dataset, { batchSize: 7, seed, epoch }).join();
    const orders = [orderOf(1, 0), orderOf(1, 1), orderOf(2, 0), orderOf(2, 1)];
    expect(new Set(orders).size).toBe(4);
    expect(orderOf(2, 1)).toBe(orders[3]);
  });

  it('takes the seed 42 and the epoch 0 by default, shuffled, with the remainder', () => {
    const dataset = numberedDataset(50);
    const explicit = { batchSize: 8, shuffle: true, seed: 42, epoch: 0, dropRemainder: false };
    expect([...batches(dataset, { batchSize: 8 })]).toEqual([...batches(dataset, explicit)]);
  });

  it('orders an epoch the same whatever the batch size', () => {
    const dataset = numberedDataset(50);
    expect(indicesOf(dataset, { batchSize: 50 })).toEqual(indicesOf(dataset, { batchSize: 3 }));
  });

  it('can be gone through again', () => {
    const epoch = batches(numberedDataset(10), { batchSize: 3 });
    expect([...epoch]).toEqual([...epoch]);
  });

  it('gives every batch memory of its own', () => {
    const dataset = numberedDataset(4);
    const epoch = batches(dataset, { batchSize: 2 });
    const untouched = [...epoch];
    for (const { images, labels, indices } of epoch) {
      images.data.fill(9);
      labels.fill(9);
      indices.fill(9);
    }
    expect([...epoch]).toEqual(untouched);
    expect(dataset).toEqual(numberedDataset(4));
  });

  it.each<{ options: BatchesOptions; name: string }>([
    { options: { batchSize: 0 }, name: 'batchSize' },
    { options: { batchSize: 1.5 }, name: 'batchSize' },
    { options: { batchSize: 1, epoch: -1 }, name: 'epoch' },
    { options: { batchSize: 1, seed: -1 }, name: 'seed' },
  ])('refuses $options before the first batch', ({ options, name }) => {
    expect(() => batches(numberedDataset(3), options)).toThrow(
      new RegExp(`^${name}: expected a whole number`),
    );
  });
});

import { type ImageDataset, ndArray } from '@fashion-mnist/core';
import { describe, expect, it } from 'vitest';
import { takeSamples } from './take-samples.ts';

function threeSamples(): ImageDataset {
  return {
    name: 'tiny',
    split: 'train',
    images: ndArray(Uint8Array.of(1, 2, 3, 4, 5, 6), [3, 1, 2]),
    labels: Uint8Array.of(7, 8, 9),
    classNames: [],
  };
}

describe('takeSamples', () => {
  it('gives the chosen samples in the order in which they are chosen', () => {
    expect(takeSamples(threeSamples(), Uint32Array.of(2, 0, 2), 'validation')).toEqual({
      ...threeSamples(),
      split: 'validation',
      images: { data: Uint8Array.of(5, 6, 1, 2, 5, 6), shape: [3, 1, 2] },
      labels: Uint8Array.of(9, 7, 9),
    });
  });

  it('copies, so that writing into the result leaves the dataset as it was', () => {
    const dataset = threeSamples();
    const taken = takeSamples(dataset, Uint32Array.of(0, 1, 2), 'train');
    taken.images.data.fill(0);
    taken.labels.fill(0);
    expect(dataset).toEqual(threeSamples());
  });

  it('takes no samples as well', () => {
    const { images, labels } = takeSamples(threeSamples(), new Uint32Array(0), 'test');
    expect(images).toEqual({ data: new Uint8Array(0), shape: [0, 1, 2] });
    expect(labels).toEqual(new Uint8Array(0));
  });

  it('refuses an index beyond the last sample', () => {
    expect(() => takeSamples(threeSamples(), Uint32Array.of(0, 3), 'train')).toThrow(
      new RangeError('expected an index below 3, got 3'),
    );
  });

  it('refuses labels that are not as many as the images', () => {
    const dataset = { ...threeSamples(), labels: Uint8Array.of(7, 8) };
    expect(() => takeSamples(dataset, Uint32Array.of(0), 'train')).toThrow(
      new RangeError('expected a label for each of 3 images, got 2 labels'),
    );
  });
});

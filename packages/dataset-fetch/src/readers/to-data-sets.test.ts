import { type ImageDataset, ndArray, type Split } from '@fashion-mnist/core';
import { describe, expect, it } from 'vitest';
import { toDataSets } from './to-data-sets.ts';

/** Sample i has the pixels i and 100 + i and the label i. */
function dataset(split: Split, sampleCount: number): ImageDataset {
  const labels = Uint8Array.from({ length: sampleCount }, (_, index) => index);
  return {
    name: 'numbered',
    split,
    images: ndArray(Uint8Array.from([...labels].flatMap((index) => [index, 100 + index])), [
      sampleCount,
      2,
      1,
    ]),
    labels,
    classNames: Array.from(labels, String),
  };
}

const source = { train: dataset('train', 5), test: dataset('test', 3) };

describe('toDataSets', () => {
  it('keeps the first training samples for validation and leaves the others and the test samples as they are', () => {
    const { train, validation, test } = toDataSets(source, { validationSize: 2, dtype: 'uint8' });
    expect(validation.images).toEqual({ data: Uint8Array.of(0, 100, 1, 101), shape: [2, 2] });
    expect(validation.labels).toEqual(Uint8Array.of(0, 1));
    expect(train.images).toEqual({ data: Uint8Array.of(2, 102, 3, 103, 4, 104), shape: [3, 2] });
    expect(train.labels).toEqual(Uint8Array.of(2, 3, 4));
    expect(test.images).toEqual({ data: Uint8Array.of(0, 100, 1, 101, 2, 102), shape: [3, 2] });
    expect(test.labels).toEqual(Uint8Array.of(0, 1, 2));
  });

  it('keeps 5,000 samples for validation by default', () => {
    const many = { ...dataset('train', 1), images: ndArray(new Uint8Array(5003), [5003, 1, 1]) };
    const { train, validation } = toDataSets({ ...source, train: { ...many, labels: new Uint8Array(5003) } });
    expect([train.numExamples, validation.numExamples]).toEqual([3, 5000]);
  });

  it.each([0, 5])('can keep none or all of the training samples: %i of 5', (validationSize) => {
    const { train, validation } = toDataSets(source, { validationSize });
    expect([train.numExamples, validation.numExamples]).toEqual([5 - validationSize, validationSize]);
  });

  it.each([-1, 6, 1.5])('refuses to keep %s of 5 samples', (validationSize) => {
    expect(() => toDataSets(source, { validationSize })).toThrow(
      new RangeError(
        `validationSize: expected a whole number in 0..5, the number of training samples, got ${validationSize}`,
      ),
    );
  });

  it('passes the other options to all three sets', () => {
    const sets = toDataSets(source, { validationSize: 2, oneHot: true, reshape: false, seed: 7 });
    for (const set of [sets.train, sets.validation, sets.test]) {
      expect(set.images.shape).toEqual([set.numExamples, 2, 1, 1]);
      expect(set.labels.shape[0]).toBe(set.numExamples);
    }
  });

  it('gives batches of one set that do not depend on batches of another', () => {
    const drawTest = (warmUp: number) => {
      const { train, test } = toDataSets(source, { validationSize: 0 });
      for (let call = 0; call < warmUp; call++) train.nextBatch(5);
      return test.nextBatch(3);
    };
    expect(drawTest(3)).toEqual(drawTest(0));
  });
});

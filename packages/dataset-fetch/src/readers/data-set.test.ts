import { createRng, type ImageDataset, type NdArray, ndArray } from '@fashion-mnist/core';
import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { DataSet } from './data-set.ts';

/** Sample i is one pixel of value i with the label i % 3. */
function numberedDataset(sampleCount: number): ImageDataset {
  const indices = Uint8Array.from({ length: sampleCount }, (_, index) => index);
  return {
    name: 'numbered',
    split: 'train',
    images: ndArray(indices, [sampleCount, 1, 1]),
    labels: indices.map((index) => index % 3),
    classNames: ['a', 'b', 'c'],
  };
}

/** TensorFlow's `DataSet.next_batch`, which shuffles the samples themselves; slices are NumPy's. */
function simulateTensorFlow(sampleCount: number, seed: number) {
  const rng = createRng(seed);
  let samples = Array.from({ length: sampleCount }, (_, index) => index);
  let indexInEpoch = 0;
  let epochsCompleted = 0;
  const shuffleSamples = () => {
    samples = Array.from(rng.permutation(sampleCount), (position) => samples[position] ?? -1);
  };
  return (size: number, shuffle: boolean) => {
    const start = indexInEpoch;
    if (epochsCompleted === 0 && start === 0 && shuffle) shuffleSamples();
    let batch: number[];
    if (start + size > sampleCount) {
      epochsCompleted += 1;
      const restPart = samples.slice(start, sampleCount);
      if (shuffle) shuffleSamples();
      indexInEpoch = size - (sampleCount - start);
      batch = restPart.concat(samples.slice(0, indexInEpoch));
    } else {
      indexInEpoch += size;
      batch = samples.slice(start, indexInEpoch);
    }
    return { batch, epochsCompleted, samples };
  };
}

const sessions = fc.integer({ min: 1, max: 40 }).chain((sampleCount) =>
  fc.record({
    sampleCount: fc.constant(sampleCount),
    seed: fc.nat(),
    calls: fc.array(fc.record({ size: fc.integer({ min: 1, max: sampleCount }), shuffle: fc.boolean() }), {
      maxLength: 30,
    }),
  }),
);

describe('DataSet.nextBatch', () => {
  it("gives the samples that TensorFlow's algorithm gives for the same permutations, call after call", () => {
    fc.assert(
      fc.property(sessions, ({ sampleCount, seed, calls }) => {
        const set = new DataSet(numberedDataset(sampleCount), { dtype: 'uint8', seed });
        const nextOfTensorFlow = simulateTensorFlow(sampleCount, seed);
        for (const { size, shuffle } of calls) {
          const { images, labels } = set.nextBatch(size, { shuffle });
          const expected = nextOfTensorFlow(size, shuffle);
          expect([...images.data]).toEqual(expected.batch);
          expect([...labels]).toEqual(expected.batch.map((index) => index % 3));
          expect(set.epochsCompleted).toBe(expected.epochsCompleted);
          expect([...set.images.data]).toEqual(expected.samples);
          expect([...set.labels]).toEqual(expected.samples.map((index) => index % 3));
        }
      }),
    );
  });

  it('gives every sample once per epoch, across batches that span two epochs', () => {
    const set = new DataSet(numberedDataset(10), { dtype: 'uint8' });
    const seen = Array.from({ length: 10 }, () => [...set.nextBatch(4).images.data]).flat();
    for (let epoch = 0; epoch < 4; epoch++) {
      const ofEpoch = seen.slice(10 * epoch, 10 * (epoch + 1));
      expect(ofEpoch.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    }
  });

  it('counts an epoch when a batch goes past the last sample, not when it ends there', () => {
    const set = new DataSet(numberedDataset(4));
    set.nextBatch(4);
    expect(set.epochsCompleted).toBe(0);
    set.nextBatch(1);
    expect(set.epochsCompleted).toBe(1);
  });

  it('shuffles by default, with the seed 42', () => {
    const [byDefault, explicit] = [{}, { seed: 42 }].map((options) => {
      const set = new DataSet(numberedDataset(50), { dtype: 'uint8', ...options });
      return [...set.nextBatch(50).images.data];
    });
    expect(byDefault).toEqual(explicit);
    expect(byDefault).not.toEqual([...numberedDataset(50).images.data]);
  });

  it.each([0, -1, 1.5, 5, Number.NaN])('refuses a batch of %s of 4 samples', (size) => {
    expect(() => new DataSet(numberedDataset(4)).nextBatch(size)).toThrow(
      new RangeError(`size: expected a whole number in 1..4, the size of the set, got ${size}`),
    );
  });

  it('gives batches in memory of their own', () => {
    const dataset = numberedDataset(4);
    const set = new DataSet(dataset, { dtype: 'uint8' });
    const { images, labels } = set.nextBatch(4);
    images.data.fill(9);
    labels.fill(9);
    expect(dataset).toEqual(numberedDataset(4));
  });
});

describe('DataSet', () => {
  const dataset: ImageDataset = {
    ...numberedDataset(2),
    images: ndArray(Uint8Array.of(0, 3, 255, 0, 0, 0), [2, 1, 3]),
  };

  it('gives float32 rows in 0..1 and class indices by default', () => {
    const { images, labels, numExamples, epochsCompleted } = new DataSet(dataset);
    // NumPy 2.4: numpy.multiply(numpy.float32(3), 1.0 / 255.0) has the bits 0x3c40c0c2; 3 / 255 rounded, one less.
    const three = new Float32Array(Uint32Array.of(0x3c40c0c2).buffer)[0] ?? 0;
    expect(images).toEqual({ data: Float32Array.of(0, three, 1, 0, 0, 0), shape: [2, 3] });
    expect(labels).toEqual(Uint8Array.of(0, 1));
    expect([numExamples, epochsCompleted]).toEqual([2, 0]);
  });

  it('leaves bytes as they are for uint8', () => {
    expect(new DataSet(dataset, { dtype: 'uint8' }).images).toEqual({
      data: dataset.images.data,
      shape: [2, 3],
    });
  });

  it('keeps height and width, with one channel, without reshape', () => {
    const set = new DataSet(dataset, { reshape: false });
    expect(set.images.shape).toEqual([2, 1, 3, 1]);
    expect(set.nextBatch(1).images.shape).toEqual([1, 1, 3, 1]);
  });

  it('gives one-hot labels of a column per class', () => {
    const set = new DataSet(dataset, { oneHot: true });
    expect(set.labels).toEqual({ data: Float32Array.of(1, 0, 0, 0, 1, 0), shape: [2, 3] });
    expect(set.nextBatch(2, { shuffle: false }).labels).toEqual(set.labels);
  });

  it('refuses to make a label one-hot that stands for no class', () => {
    const set = new DataSet({ ...dataset, labels: Uint8Array.of(0, 3) }, { oneHot: true });
    expect(() => set.labels).toThrow(new RangeError('expected labels below 3, got 3'));
  });

  it('refuses labels that are not as many as the images', () => {
    expect(() => new DataSet({ ...dataset, labels: Uint8Array.of(0) })).toThrow(/label for each of 2 images/);
  });

  it('refuses a dtype that it does not know', () => {
    const options: object = { dtype: 'float64' };
    expect(() => new DataSet(dataset, options)).toThrow(
      new TypeError('dtype: expected float32 or uint8, got float64'),
    );
  });

  it('has the type of what the options ask for', () => {
    expectTypeOf(new DataSet(dataset)).toEqualTypeOf<DataSet>();
    expectTypeOf(new DataSet(dataset).nextBatch(1).images).toEqualTypeOf<NdArray<Float32Array>>();
    expectTypeOf(new DataSet(dataset).labels).toEqualTypeOf<Uint8Array>();
    const oneHotBytes = new DataSet(dataset, { dtype: 'uint8', oneHot: true });
    expectTypeOf(oneHotBytes.images).toEqualTypeOf<NdArray<Uint8Array>>();
    expectTypeOf(oneHotBytes.nextBatch(1).labels).toEqualTypeOf<NdArray<Float32Array>>();
  });
});

import { ndArray } from '@fashion-mnist/core';
import { createWorkerPool } from '@fashion-mnist/kernels';
import { describe, expect, it } from 'vitest';
import type { ModelState } from '../persistence/model-state.ts';
import { featureMatrix, floatFeatures } from '../samples/features.ts';
import { expectClose } from '../testing/close.ts';
import { expectSameOnEveryPool } from '../testing/on-every-pool.ts';
import { GaussianNB, gaussianNBEstimator } from './gaussian-nb.ts';

/** 40 samples of 21 bytes in three classes, the last feature constant. */
const y = Int32Array.from({ length: 40 }, (_, row) => [-7, 0, 300][row % 3]!);
const data = Uint8Array.from({ length: 40 * 21 }, (_, i) =>
  i % 21 === 20 ? 9 : 40 * (Math.floor(i / 21) % 3) + ((i * i * 31 + i * 7) % 97),
);
const bytes = ndArray(data, [40, 21]);
const scaling = {
  mean: Float64Array.from({ length: 21 }, (_, i) => 50 + i),
  scale: Float64Array.from({ length: 21 }, (_, i) => 20 + i),
};
const scaled = { ...bytes, scaling };

describe('GaussianNB', () => {
  it('learns the mean and the variance of every feature in every class', async () => {
    const points = ndArray(Uint8Array.of(1, 3, 10, 20), [4, 1]);
    const model = await new GaussianNB().fit(points, Uint8Array.of(0, 0, 1, 1));
    expect([...model.theta.data]).toEqual([2, 15]);
    // The variance of 1, 3, 10, 20 is 55.25.
    expect(model.epsilon).toBeCloseTo(55.25e-9, 20);
    expect([...model.variance.data]).toEqual([1 + model.epsilon, 25 + model.epsilon]);
    expect([...model.classPrior]).toEqual([0.5, 0.5]);
  });

  it('gives probabilities that add to 1, and their logarithms', async () => {
    const model = await new GaussianNB({ varSmoothing: 1 }).fit(scaled, y);
    const [shares, logs] = [await model.predictProba(scaled), await model.predictLogProba(scaled)];
    expect(shares.shape).toEqual([40, 3]);
    for (let row = 0; row < 40; row++)
      expect(shares.data.slice(3 * row, 3 * row + 3).reduce((a, b) => a + b)).toBeCloseTo(1, 12);
    expectClose(logs.data.map(Math.exp), shares.data, 1e-12);
  });

  it('learns the same whatever the order of the samples is', async () => {
    const order = Array.from({ length: 40 }, (_, row) => (row * 7 + 3) % 40);
    const moved = ndArray(
      Uint8Array.from(order.flatMap((row) => [...data.subarray(row * 21, row * 21 + 21)])),
      [40, 21],
    );
    const [first, second] = [
      await new GaussianNB().fit(bytes, y),
      await new GaussianNB().fit(
        moved,
        Int32Array.from(order, (row) => y[row]!),
      ),
    ];
    expect(second.theta).toEqual(first.theta);
    expect(second.variance).toEqual(first.variance);
  });

  it('takes a sample twice for one of weight 2', async () => {
    const twice = ndArray(Uint8Array.from([...data, ...data.subarray(0, 210)]), [50, 21]);
    const [repeated, weighted] = [
      await new GaussianNB({ varSmoothing: 0.1 }).fit(twice, Int32Array.from([...y, ...y.subarray(0, 10)])),
      await new GaussianNB({ varSmoothing: 0.1 }).fit(bytes, y, {
        sampleWeight: Float64Array.from(y, (_, row) => (row < 10 ? 2 : 1)),
      }),
    ];
    expectClose(weighted.theta.data, repeated.theta.data, 1e-12);
    expectClose(weighted.classPrior, repeated.classPrior, 1e-12);
  });

  it('never predicts a class without weight', async () => {
    const sampleWeight = Float64Array.from(y, (label) => (label === 0 ? 0 : 1));
    const model = await new GaussianNB().fit(scaled, y, { sampleWeight });
    expect([...(await model.predict(scaled))]).not.toContain(0);
    expect(model.classPrior[1]).toBe(0);
  });

  it('learns the same from scaled bytes and from the floats that they stand for', async () => {
    const floats = ndArray(floatFeatures(featureMatrix(scaled)), [40, 21]);
    const [ofBytes, ofFloats] = [
      await new GaussianNB().fit(scaled, y),
      await new GaussianNB().fit(floats, y),
    ];
    expectClose(ofBytes.theta.data, ofFloats.theta.data, 1e-6);
    expectClose(ofBytes.variance.data, ofFloats.variance.data, 1e-6);
    expect(await ofFloats.predict(scaled)).toEqual(await ofBytes.predict(floats));
  });

  it('learns and predicts the same bytes on every pool', () =>
    expectSameOnEveryPool(async (pool) => {
      const model = await new GaussianNB().fit(scaled, y, { pool });
      const weighted = await new GaussianNB().fit(scaled, y, {
        pool,
        sampleWeight: y.map((label) => (label > 0 ? 3 : 1)),
      });
      return [model.state(), weighted.state(), await model.predictJointLogProba(scaled, { pool })];
    }));

  it('accepts a single class and a single sample', async () => {
    const model = await new GaussianNB().fit(bytes, new Uint8Array(40).fill(3));
    expect([...(await model.predictProba(bytes)).data]).toEqual(new Array(40).fill(1));
    const two = await new GaussianNB().fit(ndArray(Uint8Array.of(1, 9), [2, 1]), Uint8Array.of(1, 2));
    expect([...(await two.predict(ndArray(Uint8Array.of(9), [1, 1])))]).toEqual([2]);
  });

  it('refuses features of which nothing varies', async () => {
    const same = ndArray(new Uint8Array(6).fill(4), [3, 2]);
    await expect(new GaussianNB().fit(same, Uint8Array.of(0, 1, 1))).rejects.toMatchObject({
      code: 'E_OPTION',
    });
    await expect(new GaussianNB({ varSmoothing: 0 }).fit(bytes, y)).rejects.toThrow(
      'varSmoothing: expected more than 0 for features that do not vary within a class',
    );
  });

  it.each([
    [[0.5, 0.6], 'expected numbers that add to 1, got the sum 1.1'],
    [[1.5, -0.5], 'expected a list of a number >= 0 and <= 1 or null'],
  ])('refuses the priors %j', (priors, message) => {
    expect(() => new GaussianNB({ priors })).toThrow(message);
  });

  it('refuses priors for another number of classes, and numbers that are not finite', async () => {
    await expect(new GaussianNB({ priors: [0.5, 0.5] }).fit(bytes, y)).rejects.toThrow(
      'expected one for each of 3 classes, got 2',
    );
    const floats = ndArray(Float32Array.of(1, Number.NaN), [2, 1]);
    await expect(new GaussianNB().fit(floats, Uint8Array.of(0, 1))).rejects.toMatchObject({
      code: 'E_NOT_FINITE',
    });
  });

  it('stops when aborted, and leaves the pool as it was', async () => {
    const pool = await createWorkerPool({ threads: 1 });
    const controller = new AbortController();
    const fit = new GaussianNB().fit(bytes, y, { pool, signal: controller.signal });
    controller.abort(new Error('enough'));
    await expect(fit).rejects.toThrow('enough');
    expect(pool.allocatedBytes).toBe(0);
    await pool.dispose();
  });

  it('restores the same model from its state', async () => {
    const model = await new GaussianNB({ priors: [0.2, 0.3, 0.5] }).fit(scaled, y);
    const restored = await gaussianNBEstimator.restore(model.state(), {});
    expect(restored.state()).toEqual(model.state());
    expect(await restored.predictProba!(scaled)).toEqual(await model.predictProba(scaled));
  });

  it.each<[string, Partial<ModelState['arrays']>]>([
    ['variances of 0', { variance: { data: new Float64Array(63), shape: [3, 21] } }],
    ['means of another shape', { theta: { data: new Float64Array(42), shape: [2, 21] } }],
    ['priors below 0', { classPrior: { data: Float64Array.of(-1, 1, 1), shape: [3] } }],
    [
      'no features',
      {
        theta: { data: new Float64Array(0), shape: [3, 0] },
        variance: { data: new Float64Array(0), shape: [3, 0] },
      },
    ],
  ])('refuses a state with %s', async (_, arrays) => {
    const state = (await new GaussianNB().fit(bytes, y)).state();
    const tampered = { ...state, arrays: { ...state.arrays, ...arrays } } as ModelState;
    await expect(gaussianNBEstimator.restore(tampered, {})).rejects.toMatchObject({ code: 'E_MODEL' });
  });
});

import { createRng, ndArray } from '@fashion-mnist/core';
import { describe, expect, it } from 'vitest';
import type { ModelState } from '../persistence/model-state.ts';
import { everyPool, expectSameOnEveryPool } from '../testing/on-every-pool.ts';
import { type FittedLinearSVC, LinearSVC, type LinearSVCOptions, linearSVCEstimator } from './linear-svc.ts';
import {
  ALL,
  allOf,
  asFloats,
  distance,
  FEATURES,
  labelsOf,
  samplesOf,
} from './testing/golden-svc-problem.ts';

const x = samplesOf(ALL);
const y = labelsOf(ALL);

const METHODS: [string, LinearSVCOptions][] = [
  ['hinge', { loss: 'hinge' }],
  ['squaredHinge', {}],
  ['l1', { penalty: 'l1', dual: false }],
  ['crammerSinger', { multiClass: 'crammerSinger' }],
];

describe.each(METHODS)('LinearSVC with %s', (_, options) => {
  it('fits bytes with scaling and the floats they stand for alike', async () => {
    const fine = { ...options, tol: 1e-5, maxIter: 1e5 };
    const bytes = await new LinearSVC(fine).fit(x, y);
    const floats = await new LinearSVC(fine).fit(asFloats(x), y);
    expect(distance(allOf(floats), allOf(bytes))).toBeLessThan(1e-3);
    const [ofBytes, ofFloats] = [await bytes.decisionFunction(x), await bytes.decisionFunction(asFloats(x))];
    expect(distance([...ofFloats.data], [...ofBytes.data])).toBeLessThan(1e-5);
  });

  it('fits bytes without scaling as floats of the same values', async () => {
    const scaled = Uint8Array.from(x.data, (byte) => byte >> 5);
    const fine = { ...options, tol: 1e-5, C: 0.1, maxIter: 1e5 };
    const bytes = await new LinearSVC(fine).fit(ndArray(scaled, x.shape), y);
    const floats = await new LinearSVC(fine).fit(ndArray(Float32Array.from(scaled), x.shape), y);
    expect(distance(allOf(floats), allOf(bytes))).toBeLessThan(1e-3);
  });

  it('gives the same bytes on every pool, and leaves no memory behind', async () => {
    await expectSameOnEveryPool(async (pool) => {
      const model = await new LinearSVC({ ...options, maxIter: 50 }).fit(x, y, { pool, seed: 7 });
      return [allOf(model), model.nIter, [...(await model.decisionFunction(x, { pool })).data]];
    });
  });

  it('stops in the middle when aborted, and leaves no memory behind', async () => {
    const rng = createRng(1);
    const noise = Uint8Array.from({ length: 400 * 50 }, () => rng.nextInt(256));
    const labels = Uint8Array.from({ length: 400 }, () => rng.nextInt(3));
    const [pool] = await everyPool();
    const controller = new AbortController();
    let events = 0;
    const fit = new LinearSVC({ ...options, C: 100, tol: 1e-12, maxIter: 1e9 }).fit(
      ndArray(noise, [400, 50]),
      labels,
      {
        pool,
        signal: controller.signal,
        onProgress: () => {
          if (++events === 2) controller.abort(new Error('enough'));
        },
      },
    );
    await expect(fit).rejects.toThrow('enough');
    expect(pool?.allocatedBytes).toBe(0);
    expect((await new LinearSVC(options).fit(x, y, { pool })).featureCount).toBe(FEATURES);
  });

  it('tells its progress up to the end', async () => {
    const events: { completed: number; total: number }[] = [];
    await new LinearSVC({ ...options, maxIter: 30 }).fit(x, y, { onProgress: (event) => events.push(event) });
    expect(events.length).toBeGreaterThan(0);
    expect(events.at(-1)?.completed).toBe(events.at(-1)?.total);
  });

  it('takes as many epochs as it needs where the limit is beyond all 32 bits', async () => {
    const model = await new LinearSVC({ ...options, maxIter: 2 ** 31 + 1 }).fit(x, y);
    expect(model.converged).toBe(true);
    expect(model.nIter).toBeGreaterThan(1);
  });

  it('says that it has not converged when the epochs run out', async () => {
    const model = await new LinearSVC({ ...options, tol: 1e-9, maxIter: 2 }).fit(x, y);
    expect(model.converged).toBe(false);
  });

  it('treats a weight of 2 as a sample twice, and of 0 as none', async () => {
    const fine = { ...options, C: 0.1, tol: 1e-5, maxIter: 1e5 };
    const sampleWeight = ALL.map((row) => row % 3);
    const rows = ALL.flatMap((row) => Array.from({ length: row % 3 }, () => row));
    const weighted = await new LinearSVC(fine).fit(
      x,
      Int32Array.from(ALL, (row) => row % 2),
      { sampleWeight },
    );
    const repeated = await new LinearSVC(fine).fit(
      samplesOf(rows),
      Int32Array.from(rows, (row) => row % 2),
    );
    expect(distance(allOf(weighted), allOf(repeated))).toBeLessThan(1e-3);
  });

  it('predicts the same after saving and restoring', async () => {
    const model = await new LinearSVC(options).fit(x, y);
    const restored = (await linearSVCEstimator.restore(model.state(), {})) as FittedLinearSVC;
    expect(restored.state()).toEqual(model.state());
    expect(await restored.decisionFunction(x)).toEqual(await model.decisionFunction(x));
    expect(await restored.predict(x)).toEqual(await model.predict(x));
  });

  it('copes with constant features, samples twice, and more classes than it can tell apart', async () => {
    const constant = ndArray(new Uint8Array(4 * 2).fill(9), [4, 2]);
    const model = await new LinearSVC({ ...options, maxIter: 100 }).fit(
      constant,
      Int32Array.of(-5, 2, 2, 300),
    );
    expect(allOf(model).every(Number.isFinite)).toBe(true);
    expect([...model.classes]).toEqual([-5, 2, 300]);
    expect([...(await model.predict(constant))]).toEqual([2, 2, 2, 2]);
  });
});

describe('LinearSVC', () => {
  it('has one row of weights for each class, and a single one for two classes', async () => {
    const three = await new LinearSVC().fit(x, y);
    expect(three.coef.shape).toEqual([3, FEATURES]);
    expect((await three.decisionFunction(x)).shape).toEqual([90, 3]);
    const two = await new LinearSVC().fit(
      x,
      y.map((label) => Math.min(label, 7)),
    );
    expect(two.coef.shape).toEqual([1, FEATURES]);
    const { data, shape } = await two.decisionFunction(x);
    expect(shape).toEqual([90]);
    expect([...(await two.predict(x))]).toEqual(Array.from(data, (score) => (score > 0 ? 7 : 3)));
  });

  it('decides by weights and intercepts', async () => {
    const model = await new LinearSVC({ maxIter: 20 }).fit(x, y);
    const { data } = await model.decisionFunction(x);
    const floats = asFloats(x).data;
    const expected = ALL.flatMap((row) =>
      Array.from(model.intercept, (start, output) => {
        const weights = model.coef.data.subarray(output * FEATURES, (output + 1) * FEATURES);
        return weights.reduce((sum, w, i) => sum + w * (floats[row * FEATURES + i] ?? 0), start);
      }),
    );
    expect(distance([...data], expected)).toBeLessThan(1e-6);
  });

  it('makes weights 0 with a strong penalty of absolute values', async () => {
    const model = await new LinearSVC({ penalty: 'l1', dual: false, C: 0.01 }).fit(x, y);
    const zeros = model.coef.data.filter((weight) => weight === 0).length;
    expect(zeros).toBeGreaterThan(0);
    expect(zeros).toBeLessThan(model.coef.data.length);
  });

  it('has no probabilities', async () => {
    expect((await new LinearSVC().fit(x, y)).predictProba).toBeUndefined();
  });

  it('depends on the seed only in what is short of the optimum', async () => {
    const short = (seed: number) => new LinearSVC({ loss: 'hinge', maxIter: 2 }).fit(x, y, { seed });
    expect(allOf(await short(1))).toEqual(allOf(await short(1)));
    expect(allOf(await short(1))).not.toEqual(allOf(await short(2)));
    const long = (seed: number) =>
      new LinearSVC({ loss: 'hinge', tol: 1e-5, maxIter: 1e5 }).fit(x, y, { seed });
    expect(distance(allOf(await long(1)), allOf(await long(2)))).toBeLessThan(1e-3);
  });

  it('names both options that do not go together', () => {
    expect(() => new LinearSVC({ penalty: 'l1', loss: 'hinge' })).toThrow(
      "penalty 'l1' does not go with loss 'hinge'",
    );
    expect(() => new LinearSVC({ penalty: 'l1' })).toThrow("penalty 'l1' does not go with dual true");
    expect(() => new LinearSVC({ loss: 'hinge', dual: false })).toThrow(
      "loss 'hinge' does not go with dual false",
    );
  });

  it.each([{ C: 0 }, { tol: 0 }, { maxIter: 0 }, { interceptScaling: 0 }, { classWeight: { 3: -1 } }])(
    'refuses %j',
    (options) => {
      expect(() => new LinearSVC(options)).toThrow(expect.objectContaining({ code: 'E_OPTION' }));
    },
  );

  it('refuses one class, values that are not finite, and labels that do not fit', async () => {
    const classifier = new LinearSVC();
    await expect(classifier.fit(x, new Uint8Array(90))).rejects.toMatchObject({ code: 'E_LABELS' });
    const broken = ndArray(Float32Array.of(1, Number.NaN), [2, 1]);
    await expect(classifier.fit(broken, Uint8Array.of(0, 1))).rejects.toMatchObject({ code: 'E_NOT_FINITE' });
    await expect(classifier.fit(x, Uint8Array.of(0, 1))).rejects.toMatchObject({ code: 'E_SHAPE' });
  });

  it('refuses a weight of a label that no sample has while a class has none', async () => {
    const fit = new LinearSVC({ classWeight: { 8: 2 } }).fit(x, y);
    await expect(fit).rejects.toMatchObject({ code: 'E_OPTION' });
  });

  it.each([
    [
      'weights that are not finite',
      { arrays: { coef: { data: new Float64Array(63).fill(Number.NaN), shape: [3, 21] } } },
    ],
    ['too few weights', { arrays: { coef: { data: new Float64Array(21), shape: [1, 21] } } }],
    ['no features', { arrays: { coef: { data: new Float64Array(0), shape: [3, 0] } } }],
    ['intercepts in float32', { arrays: { intercept: { data: new Float32Array(3), shape: [3] } } }],
    ['one class', { arrays: { classes: { data: Int32Array.of(3), shape: [1] } } }],
    ['classes in another order', { arrays: { classes: { data: Int32Array.of(3, 40, 7), shape: [3] } } }],
    ['a broken count', { values: { nIter: -1, converged: true } }],
    ['no word on convergence', { values: { nIter: 1 } }],
  ])('refuses a saved model with %s', async (_, damage: Partial<Pick<ModelState, 'values' | 'arrays'>>) => {
    const sound = (await new LinearSVC({ maxIter: 5 }).fit(x, y)).state();
    const state = { ...sound, ...damage, arrays: { ...sound.arrays, ...damage.arrays } };
    await expect(linearSVCEstimator.restore(state, {})).rejects.toMatchObject({ code: 'E_MODEL' });
  });
});

import { createRng, ndArray } from '@fashion-mnist/core';
import { describe, expect, it } from 'vitest';
import type { ModelState } from '../persistence/model-state.ts';
import { everyPool, expectSameOnEveryPool } from '../testing/on-every-pool.ts';
import type { LogisticRegressionOptions } from './logistic/logistic-options.ts';
import {
  asFloats,
  FEATURES,
  LABELS,
  labelsOf,
  rowsOf,
  samplesOf,
} from './logistic/testing/golden-problem.ts';
import {
  type FittedLogisticRegression,
  LogisticRegression,
  logisticRegressionEstimator,
} from './logistic-regression.ts';

const ALL = rowsOf(LABELS.length);
const x = samplesOf(ALL);
const y = labelsOf(ALL);
const FINE = { tol: 1e-6, maxIter: 1000 };

const allOf = ({ coef, intercept }: FittedLogisticRegression) => [...coef.data, ...intercept];

function distance(actual: readonly number[], expected: readonly number[]): number {
  expect(actual.length).toBe(expected.length);
  return Math.max(...expected.map((value, i) => Math.abs(value - (actual[i] ?? Number.NaN))));
}

describe.each<{ name: string; options: LogisticRegressionOptions }>([
  { name: 'all classes at once', options: { C: 0.1 } },
  { name: 'each class against the rest', options: { C: 0.1, multiClass: 'ovr' } },
  { name: 'liblinear', options: { C: 0.1, solver: 'liblinear' } },
  { name: 'magnitudes against the rest', options: { C: 0.1, penalty: 'l1', solver: 'liblinear' } },
  {
    name: 'magnitudes and squares of all classes',
    options: { C: 0.1, penalty: 'elasticnet', l1Ratio: 0.5, solver: 'saga' },
  },
])('LogisticRegression of $name', ({ options }) => {
  it('learns the same from scaled bytes and from floats', async () => {
    const ofBytes = await new LogisticRegression({ ...options, ...FINE }).fit(x, y);
    const ofFloats = await new LogisticRegression({ ...options, ...FINE }).fit(asFloats(x), y);
    expect(distance(allOf(ofFloats), allOf(ofBytes))).toBeLessThan(1e-3);
    const scores = await ofBytes.decisionFunction(asFloats(x));
    // Sums of 13 products in float32.
    expect(distance([...scores.data], [...(await ofBytes.decisionFunction(x)).data])).toBeLessThan(1e-5);
  });

  it('learns the same from bytes as they are and from floats', async () => {
    const bytes = ndArray(
      x.data.map((byte) => byte >> 5),
      x.shape,
    );
    const floats = ndArray(Float32Array.from(bytes.data), x.shape);
    const ofBytes = await new LogisticRegression({ ...options, ...FINE }).fit(bytes, y);
    const ofFloats = await new LogisticRegression({ ...options, ...FINE }).fit(floats, y);
    expect(distance(allOf(ofFloats), allOf(ofBytes))).toBeLessThan(1e-3);
  });

  it('gives the same bytes on every pool, and leaves no memory behind', async () => {
    await expectSameOnEveryPool(async (pool) => {
      const model = await new LogisticRegression({ ...options, maxIter: 10 }).fit(x, y, { pool });
      return [model.state(), await model.predictProba(x, { pool })];
    });
  });

  it('stops in the middle when aborted, and leaves no memory behind', async () => {
    const rng = createRng(1);
    const noise = ndArray(
      Uint8Array.from({ length: 400 * 50 }, () => rng.nextInt(256)),
      [400, 50],
    );
    const labels = Uint8Array.from({ length: 400 }, () => rng.nextInt(3));
    const [pool] = await everyPool();
    const controller = new AbortController();
    let events = 0;
    const onProgress = () => {
      if (++events === 2) controller.abort(new Error('enough'));
    };
    const fit = new LogisticRegression({ ...options, C: 1e6, tol: 0 }).fit(noise, labels, {
      pool,
      signal: controller.signal,
      onProgress,
    });
    await expect(fit).rejects.toThrow('enough');
    expect(events).toBe(2);
    expect(pool?.allocatedBytes).toBe(0);
    expect((await new LogisticRegression(options).fit(x, y, { pool })).featureCount).toBe(FEATURES);
  });

  it('tells its progress up to the end', async () => {
    const events: { completed: number; total: number }[] = [];
    await new LogisticRegression(options).fit(x, y, { onProgress: (event) => events.push(event) });
    expect(events.length).toBeGreaterThan(1);
    expect(events.at(-1)?.completed).toBe(events.at(-1)?.total);
  });

  it('treats a weight of 2 as a sample twice, and of 0 as none', async () => {
    const sampleWeight = ALL.map((row) => row % 3);
    const rows = ALL.flatMap((row) => Array.from({ length: row % 3 }, () => row));
    const weighted = await new LogisticRegression({ ...options, ...FINE }).fit(x, y, { sampleWeight });
    const repeated = await new LogisticRegression({ ...options, ...FINE }).fit(
      samplesOf(rows),
      labelsOf(rows),
    );
    expect(distance(allOf(weighted), allOf(repeated))).toBeLessThan(1e-3);
  });

  it('does not depend on the order of the samples', async () => {
    const turned = ALL.toReversed();
    const one = await new LogisticRegression({ ...options, ...FINE }).fit(x, y);
    const other = await new LogisticRegression({ ...options, ...FINE }).fit(
      samplesOf(turned),
      labelsOf(turned),
    );
    expect(distance(allOf(other), allOf(one))).toBeLessThan(1e-3);
  });

  it('predicts the likeliest class; probabilities add to 1', async () => {
    const model = await new LogisticRegression(options).fit(x, y);
    const { data, shape } = await model.predictProba(x);
    expect(shape).toEqual([ALL.length, LABELS.length]);
    const rows = ALL.map((_, row) => [...data.subarray(row * LABELS.length, (row + 1) * LABELS.length)]);
    for (const row of rows) expect(row.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 12);
    const likeliest = rows.map((row) => LABELS[row.indexOf(Math.max(...row))]);
    expect([...(await model.predict(x))]).toEqual(likeliest);
  });

  it('predicts the same after saving and restoring', async () => {
    const model = await new LogisticRegression(options).fit(x, y);
    const restored = (await logisticRegressionEstimator.restore(
      model.state(),
      {},
    )) as FittedLogisticRegression;
    expect(restored.state()).toEqual(model.state());
    expect(await restored.predictProba(x)).toEqual(await model.predictProba(x));
    expect(await restored.predict(x)).toEqual(await model.predict(x));
  });

  it('copes with constant features, samples twice, one of a class, and scores beyond all bounds', async () => {
    const constant = ndArray(new Uint8Array(4 * 2).fill(9), [4, 2]);
    const model = await new LogisticRegression({ ...options, C: 10 }).fit(
      constant,
      Int32Array.of(-5, 2, 2, 300),
    );
    expect(allOf(model).every(Number.isFinite)).toBe(true);
    expect([...(await model.predict(constant))]).toEqual([2, 2, 2, 2]);
    const far = ndArray(Float32Array.of(1e30, -1e30), [1, 2]);
    expect((await model.predictProba(far)).data.every(Number.isFinite)).toBe(true);
  });
});

describe('LogisticRegression', () => {
  it('has one output for two classes, for the second', async () => {
    const labels = y.map((label) => Math.min(label, 3));
    for (const multiClass of ['ovr', 'multinomial'] as const) {
      const model = await new LogisticRegression({ multiClass }).fit(x, labels);
      expect(model.coef.shape).toEqual([1, FEATURES]);
      const { data, shape } = await model.decisionFunction(x);
      expect(shape).toEqual([ALL.length]);
      const predicted = Array.from(data, (score) => (score > 0 ? 3 : -2));
      expect([...(await model.predict(x))]).toEqual(predicted);
      const likeliest = (await model.predictProba(x)).data.filter((_, i) => i % 2 === 1);
      expect(Array.from(likeliest, (value) => (value > 0.5 ? 3 : -2))).toEqual(predicted);
    }
  });

  it.each<LogisticRegressionOptions>([
    { penalty: 'l1' },
    { penalty: 'l1', solver: 'newton-cg' },
    { penalty: 'l1', solver: 'sag' },
    { penalty: 'elasticnet', l1Ratio: 0.5 },
    { penalty: 'elasticnet', l1Ratio: 0.5, solver: 'liblinear' },
    { penalty: 'elasticnet', solver: 'saga' },
    { penalty: null, solver: 'liblinear' },
    { dual: true },
    { dual: true, solver: 'saga' },
    { dual: true, solver: 'liblinear', penalty: 'l1' },
    { multiClass: 'multinomial', solver: 'liblinear' },
    { multiClass: 'multinomial', solver: 'newton-cholesky' },
  ])('refuses %j: they do not go together', (options) => {
    expect(() => new LogisticRegression(options)).toThrow(/\S+ \S+ does not go with \S+ \S+/);
  });

  it.each([
    { C: 0 },
    { tol: -1 },
    { maxIter: -1 },
    { interceptScaling: 0 },
    { l1Ratio: 2 },
    { classWeight: { 3: -1 } },
  ])('refuses %j', (options) => {
    expect(() => new LogisticRegression(options)).toThrow(expect.objectContaining({ code: 'E_OPTION' }));
  });

  it('refuses one class, values that are not finite, labels and class weights that do not fit', async () => {
    const classifier = new LogisticRegression();
    const broken = ndArray(Float32Array.of(1, Number.NaN), [2, 1]);
    await expect(classifier.fit(x, new Uint8Array(150))).rejects.toMatchObject({ code: 'E_LABELS' });
    await expect(classifier.fit(broken, Uint8Array.of(0, 1))).rejects.toMatchObject({ code: 'E_NOT_FINITE' });
    await expect(classifier.fit(x, Uint8Array.of(0, 1))).rejects.toMatchObject({ code: 'E_SHAPE' });
    const fit = new LogisticRegression({ classWeight: { 8: 2 } }).fit(x, y);
    await expect(fit).rejects.toMatchObject({ code: 'E_OPTION' });
  });

  it.each([
    [
      'weights that are not finite',
      { arrays: { coef: { data: new Float64Array(52).fill(Number.NaN), shape: [4, 13] } } },
    ],
    ['too few weights', { arrays: { coef: { data: new Float64Array(13), shape: [1, 13] } } }],
    ['no features', { arrays: { coef: { data: new Float64Array(0), shape: [4, 0] } } }],
    ['intercepts in float32', { arrays: { intercept: { data: new Float32Array(4), shape: [4] } } }],
    ['one class', { arrays: { classes: { data: Int32Array.of(3), shape: [1] } } }],
    ['classes in another order', { arrays: { classes: { data: Int32Array.of(3, -2, 7, 40), shape: [4] } } }],
    ['a broken count', { arrays: { nIter: { data: Int32Array.of(-1), shape: [1] } } }],
    ['counts of other searches', { arrays: { nIter: { data: Int32Array.of(1, 1, 1, 1), shape: [4] } } }],
    ['no word on convergence', { values: {} }],
  ])('refuses a saved model with %s', async (_, damage: Partial<Pick<ModelState, 'values' | 'arrays'>>) => {
    const sound = (await new LogisticRegression({ maxIter: 5 }).fit(x, y)).state();
    const state = { ...sound, ...damage, arrays: { ...sound.arrays, ...damage.arrays } };
    await expect(logisticRegressionEstimator.restore(state, {})).rejects.toMatchObject({ code: 'E_MODEL' });
  });
});

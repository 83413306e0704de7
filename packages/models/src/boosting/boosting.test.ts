import { createRng } from '@fashion-mnist/core';
import { describe, expect, it } from 'vitest';
import type { FitRun, Labels } from '../classifier.ts';
import type { ModelState } from '../persistence/model-state.ts';
import type { Features } from '../samples/features.ts';
import type { FittedBoosting } from './fitted-boosting.ts';
import { GradientBoostingClassifier, gradientBoostingEstimator } from './gradient-boosting-classifier.ts';
import {
  HistGradientBoostingClassifier,
  histGradientBoostingEstimator,
} from './hist-gradient-boosting-classifier.ts';
import { noisyProblem } from './testing/noisy-problem.ts';

const { bytes, shape, y } = noisyProblem(150, 20, 3);
const x = { data: bytes, shape };
const scaling = {
  mean: Float64Array.from({ length: 20 }, (_, i) => 3 * i),
  scale: Float64Array.from({ length: 20 }, (_, i) => 1 + i / 7),
};
const scaled = { ...x, scaling };
const floats = {
  data: Float32Array.from(bytes, (byte, i) => (byte - scaling.mean[i % 20]!) / scaling.scale[i % 20]!),
  shape,
};

const kinds = [
  {
    name: 'GradientBoostingClassifier',
    fit: (features: Features, labels: Labels, run?: FitRun) =>
      new GradientBoostingClassifier({ nEstimators: 4 }).fit(features, labels, run),
    estimator: gradientBoostingEstimator,
    rounds: 'nEstimators',
  },
  {
    name: 'HistGradientBoostingClassifier',
    fit: (features: Features, labels: Labels, run?: FitRun) =>
      new HistGradientBoostingClassifier({ maxIter: 4, minSamplesLeaf: 4 }).fit(features, labels, run),
    estimator: histGradientBoostingEstimator,
    rounds: 'maxIter',
  },
];

const scoresOf = async (model: FittedBoosting, features: Features) =>
  (await model.decisionFunction(features)).data;

describe.each(kinds)('$name', ({ fit, estimator, rounds }) => {
  it('gives probabilities that add to 1, and labels of the highest', async () => {
    const model = await fit(x, y);
    const { data } = await model.predictProba(x);
    const labels = await model.predict(x);
    for (const [row, label] of labels.entries()) {
      const shares = data.subarray(3 * row, 3 * row + 3);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
      expect(model.classes[shares.indexOf(Math.max(...shares))]).toBe(label);
    }
    expect(await model.score(x, y)).toBeGreaterThan(0.8);
  });

  it('learns the same from scaled bytes and from the floats they stand for, and says the same of either', async () => {
    const [ofBytes, ofFloats] = [await fit(scaled, y), await fit(floats, y)];
    expect(ofBytes.state()).toEqual(ofFloats.state());
    const scores = await scoresOf(ofBytes, scaled);
    expect(await scoresOf(ofBytes, floats)).toEqual(scores);
  });

  it('learns from plain bytes what it learns from scaled ones', async () => {
    expect(await scoresOf(await fit(x, y), x)).toEqual(await scoresOf(await fit(scaled, y), scaled));
  });

  it('follows bytes that are scaled downwards', async () => {
    const scale = scaling.scale.map((value, i) => (i % 2 === 0 ? -value : value));
    const mirrored = { ...x, scaling: { ...scaling, scale } };
    const model = await fit(mirrored, y);
    const data = Float32Array.from(bytes, (byte, i) => (byte - scaling.mean[i % 20]!) / scale[i % 20]!);
    expect(await scoresOf(model, mirrored)).toEqual(await scoresOf(model, { data, shape }));
    expect(model.state()).toEqual((await fit({ data, shape }, y)).state());
  });

  it('does not care for the order of samples', async () => {
    const order = createRng(3).permutation(150);
    const shuffled = Uint8Array.from(
      { length: bytes.length },
      (_, i) => bytes[order[Math.floor(i / 20)]! * 20 + (i % 20)]!,
    );
    const model = await fit(
      { data: shuffled, shape },
      Int32Array.from(order, (row) => y[row]!),
    );
    const scores = await scoresOf(model, x);
    for (const [i, score] of (await scoresOf(await fit(x, y), x)).entries())
      expect(scores[i]).toBeCloseTo(score, 10);
  });

  it('counts a sample of weight 2 as two samples', async () => {
    const twice = { data: Uint8Array.from([...bytes, ...bytes.subarray(0, 400)]), shape: [170, 20] };
    const sampleWeight = Float64Array.from(y, (_, row) => (row < 20 ? 2 : 1));
    const classifier = estimator.create({ [rounds]: 4, minSamplesLeaf: 1 });
    const doubled = await classifier.fit(twice, Int32Array.from([...y, ...y.subarray(0, 20)]));
    const weighted = (await (await classifier.fit(x, y, { sampleWeight })).predictProba!(x)).data;
    for (const [i, share] of (await doubled.predictProba!(x)).data.entries())
      expect(weighted[i]).toBeCloseTo(share, 6);
  });

  it('tells the labels after each round, the last as predicted', async () => {
    const model = await fit(x, y);
    const stages: Int32Array[] = [];
    for await (const labels of model.stagedPredict(x)) stages.push(labels);
    expect(stages).toHaveLength(4);
    expect(stages.at(-1)).toEqual(await model.predict(x));
    const one = await estimator.create({ ...model.state().options, [rounds]: 1 }).fit(x, y);
    expect(stages[0]).toEqual(await one.predict(x));
  });

  it('learns nothing from constant features', async () => {
    const model = await fit({ data: new Uint8Array(60), shape: [30, 2] }, y.subarray(0, 30));
    const { data } = await model.predictProba({ data: Uint8Array.of(7, 200), shape: [1, 2] });
    for (const share of data) expect(share).toBeCloseTo(1 / 3, 12);
  });

  it('takes as many classes as samples, and predicts one sample', async () => {
    const few = { data: Uint8Array.of(1, 2, 3, 4, 5), shape: [5, 1] };
    const model = await fit(few, Int32Array.of(9, 8, 7, 6, 5));
    expect((await model.predictProba({ data: Uint8Array.of(3), shape: [1, 1] })).shape).toEqual([1, 5]);
  });

  it('restores what it saved, exactly', async () => {
    const model = await fit(scaled, y);
    const restored = await estimator.restore(model.state(), {});
    expect(restored.state()).toEqual(model.state());
    expect(await restored.predictProba!(scaled)).toEqual(await model.predictProba(scaled));
  });

  it.each<[string, (arrays: Record<string, { data: unknown; shape: readonly number[] }>) => void]>([
    ['a child before its parent', ({ lefts }) => ((lefts!.data as Int32Array)[2] = 1)],
    ['a child outside its tree', ({ lefts }) => ((lefts!.data as Int32Array)[0] = 40)],
    ['a feature that is none', ({ features }) => ((features!.data as Int32Array)[0] = 20)],
    ['a value that is no number', ({ values }) => ((values!.data as Float64Array)[0] = Number.NaN)],
    ['roots out of order', ({ roots }) => ((roots!.data as Int32Array)[1] = 0)],
    ['a missing array', (arrays) => delete arrays['thresholds']],
    ['too few scores', (arrays) => (arrays['initialScores'] = { data: new Float64Array(2), shape: [2] })],
    ['one class', (arrays) => (arrays['classes'] = { data: Int32Array.of(1), shape: [1] })],
    ['classes out of order', ({ classes }) => ((classes!.data as Int32Array)[0] = 99)],
  ])('refuses a saved model with %s', async (_, tamper) => {
    const state = (await fit(x, y)).state();
    const arrays = Object.fromEntries(
      Object.entries(state.arrays).map(([name, array]) => [name, { ...array, data: array.data.slice() }]),
    );
    tamper(arrays);
    const tampered = { ...state, arrays } as ModelState;
    await expect(estimator.restore(tampered, {})).rejects.toMatchObject({ code: 'E_MODEL' });
  });

  it('refuses one class, values that are not numbers, and other features than fitted', async () => {
    await expect(fit(x, new Int32Array(150))).rejects.toMatchObject({ code: 'E_LABELS' });
    const wrong = { data: Float32Array.of(1, Number.NaN), shape: [2, 1] };
    await expect(fit(wrong, Int32Array.of(0, 1))).rejects.toMatchObject({ code: 'E_NOT_FINITE' });
    const model = await fit(x, y);
    const other = { data: new Uint8Array(3), shape: [1, 3] };
    await expect(model.predict(other)).rejects.toMatchObject({ code: 'E_SHAPE' });
  });
});

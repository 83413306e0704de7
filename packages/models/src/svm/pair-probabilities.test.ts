import { ndArray } from '@fashion-mnist/core';
import { describe, expect, it } from 'vitest';
import golden from '../../test/golden/svc.json' with { type: 'json' };
import { classProbabilities } from './pair-probabilities.ts';
import { fitSigmoid } from './platt-sigmoid.ts';
import { SVC } from './svc.ts';
import { byteClouds } from './testing/clouds.ts';

const expected = golden.probability;
const FEATURES = 6;

const scaled = (pixels: readonly number[]) =>
  ndArray(
    Float32Array.from(
      pixels,
      (value, i) => (value - golden.mean[i % FEATURES]!) / golden.scale[i % FEATURES]!,
    ),
    [pixels.length / FEATURES, FEATURES],
  );

describe('classProbabilities', () => {
  it.each([
    ['three classes', expected, 3, 1],
    // scikit-learn shows decisions on two classes from the side of the second.
    ['two classes', expected.binary, 2, -1],
  ] as const)('couples pairs of %s as scikit-learn does', (_, one, classCount, side) => {
    const sigmoids = one.slopes.map((slope, pair) => ({ slope, offset: one.offsets[pair]! }));
    const decisions = Float64Array.from(one.decisions, (value) => side * value);
    const probabilities = classProbabilities(decisions, sigmoids, classCount);
    one.probabilities.forEach((value, i) => {
      expect(probabilities[i]).toBeCloseTo(value, 6);
    });
  });
});

describe('fitSigmoid', () => {
  it('finds the sigmoid that another minimiser finds', () => {
    const { decisions, isFirst, slope, offset } = expected.sigmoid;
    const fitted = fitSigmoid(Float64Array.from(decisions), isFirst);
    expect(fitted.slope).toBeCloseTo(slope, 4);
    expect(fitted.offset).toBeCloseTo(offset, 4);
  });

  it('keeps to the smoothed frequencies when decisions say nothing', () => {
    const { slope, offset } = fitSigmoid(new Float64Array(8), [
      true,
      true,
      false,
      false,
      false,
      false,
      false,
      false,
    ]);
    const target = (2 * (3 / 4) + 6 * (1 / 8)) / 8;
    expect(slope).toBeCloseTo(0, 9);
    expect(1 / (1 + Math.exp(offset))).toBeCloseTo(target, 5);
  });
});

describe('SVC.predictProba', () => {
  it('gives what scikit-learn gives, as far as the folds allow', async () => {
    const model = await new SVC({ probability: true }).fit(
      scaled(golden.train),
      Int32Array.from(golden.labels),
    );
    const { data, shape } = await model.predictProba!(scaled(golden.test));
    expect(shape).toEqual([golden.test.length / FEATURES, 3]);
    // Other folds make other sigmoids: these are four standard deviations of scikit-learn's own draws.
    expected.mean.forEach((mean, i) => {
      expect(Math.abs(data[i]! - mean)).toBeLessThan(0.005 + 4 * expected.deviation[i]!);
    });
  });

  it('adds up to 1, and is missing unless it was asked for', async () => {
    const { x, y } = byteClouds(60, 4, [5, 6, 7, 8], 2);
    const model = await new SVC({ probability: true }).fit(x, y, { seed: 9 });
    const { data } = await model.predictProba!(x);
    for (let row = 0; row < 60; row++)
      expect(data.subarray(row * 4, row * 4 + 4).reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 9);
    expect((await new SVC().fit(x, y)).predictProba).toBeUndefined();
  });

  it('bears classes too small for all folds', async () => {
    const x = ndArray(Uint8Array.of(0, 50, 60, 70, 80, 90), [6, 1]);
    const model = await new SVC({ probability: true }).fit(x, Uint8Array.of(0, 1, 1, 1, 1, 1));
    expect((await model.predictProba!(x)).data.every(Number.isFinite)).toBe(true);
  });
});

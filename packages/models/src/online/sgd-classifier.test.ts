import { ndArray } from '@fashion-mnist/core';
import { describe, expect, it } from 'vitest';
import { PassiveAggressiveClassifier } from './passive-aggressive-classifier.ts';
import { Perceptron } from './perceptron.ts';
import { SGDClassifier, type SGDClassifierOptions } from './sgd-classifier.ts';
import { clusters } from './testing.ts';

const { x, y } = clusters(90, 9, 3);

describe('SGDClassifier', () => {
  it.each<[SGDClassifierOptions, string]>([
    [{ learningRate: 'constant' }, `eta0: expected a number > 0 with the learningRate 'constant', got 0`],
    [{ alpha: 0 }, `alpha: expected a number > 0 with the learningRate 'optimal', got 0`],
    [{ l1Ratio: 2 }, 'l1Ratio: expected a number >= 0 and <= 1, got 2'],
    [{ average: -1 }, 'average: expected true or false or a whole number >= 0, got -1'],
  ])('refuses %j', (options, message) => {
    expect(() => new SGDClassifier(options)).toThrow(message);
  });

  it('accepts no penalty, and no strength of it with a rate of its own', () => {
    expect(new SGDClassifier({ penalty: null }).options.penalty).toBeNull();
    expect(new SGDClassifier({ alpha: 0, learningRate: 'adaptive', eta0: 1 }).options.alpha).toBe(0);
  });

  it.each(['logLoss', 'modifiedHuber'] as const)('gives probabilities with the loss %s', async (loss) => {
    for (const problem of [{ x, y }, clusters(60, 9, 2)]) {
      const model = await new SGDClassifier({ loss }).fit(problem.x, problem.y);
      const { data, shape } = await model.predictProba!(problem.x);
      expect(shape).toEqual([problem.y.length, model.classes.length]);
      expect(data.every((value) => value >= 0 && value <= 1)).toBe(true);
      for (let row = 0; row < problem.y.length; row++) {
        const shares = data.subarray(row * model.classes.length, (row + 1) * model.classes.length);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
      }
    }
  });

  it('gives no probabilities with other losses', async () => {
    expect((await new SGDClassifier().fit(x, y)).predictProba).toBeUndefined();
  });

  it('makes weights exactly 0 with the L1 penalty', async () => {
    const zeros = async (options: SGDClassifierOptions) =>
      (await new SGDClassifier(options).fit(x, y)).coef.data.filter((weight) => weight === 0).length;
    expect(await zeros({ penalty: 'l1', alpha: 0.05 })).toBeGreaterThan(5);
    expect(await zeros({ penalty: 'l2', alpha: 0.05 })).toBe(0);
  });

  it('does not learn from samples without weight', async () => {
    const sampleWeight = Float64Array.from(y, (_, row) => row % 3);
    const darkened = { ...x, data: x.data.map((byte, i) => (Math.floor(i / 9) % 3 === 0 ? 0 : byte)) };
    const options = { maxIter: 4, tol: null };
    const [first, other] = [
      await new SGDClassifier(options).fit(x, y, { sampleWeight }),
      await new SGDClassifier(options).fit(darkened, y, { sampleWeight }),
    ];
    expect(other.coef).toEqual(first.coef);
  });

  it('refuses to stop early by samples without weight', async () => {
    const sampleWeight = Float64Array.from(y, (_, row) => (row === 0 ? 1 : 0));
    await expect(
      new SGDClassifier({ earlyStopping: true }).fit(x, y, { sampleWeight, seed: 2 }),
    ).rejects.toMatchObject({ code: 'E_OPTION' });
  });

  it('tells when its weights grow beyond all bounds', async () => {
    const huge = ndArray(Float32Array.of(3e38, -3e38, 3e38, 1e38), [4, 1]);
    await expect(new SGDClassifier().fit(huge, Uint8Array.of(0, 1, 1, 0))).rejects.toMatchObject({
      code: 'E_NOT_FINITE',
    });
  });

  it('has no intercept on request', async () => {
    const model = await new SGDClassifier({ fitIntercept: false }).fit(x, y);
    expect([...model.intercept]).toEqual([0, 0, 0]);
  });

  it('learns what the perceptron learns with its loss, a constant rate and no penalty', async () => {
    const options = { loss: 'perceptron', learningRate: 'constant', eta0: 1, penalty: null } as const;
    const [sgd, perceptron] = [
      await new SGDClassifier(options).fit(x, y, { seed: 5 }),
      await new Perceptron().fit(x, y, { seed: 5 }),
    ];
    expect(sgd.coef).toEqual(perceptron.coef);
  });

  it('refuses the weight of a label that does not occur', async () => {
    const classWeight = { 10: 1, 40: 2 };
    await expect(new SGDClassifier({ classWeight }).fit(x, y)).rejects.toMatchObject({ code: 'E_OPTION' });
  });
});

describe('Perceptron', () => {
  it('counts its mistakes in whole steps', async () => {
    const points = ndArray(Float32Array.of(1, 2, -1, -2), [4, 1]);
    const model = await new Perceptron({ shuffle: false }).fit(points, Uint8Array.of(1, 1, 0, 0));
    // The first sample is a mistake at decision 0, and so is the third, at 1 - 1 = 0.
    expect([...model.coef.data]).toEqual([2]);
    expect([...model.intercept]).toEqual([0]);
  });
});

describe('PassiveAggressiveClassifier', () => {
  it('takes the least step that puts a sample on its margin', async () => {
    const points = ndArray(Float32Array.of(2, 0, 0, 0), [2, 2]);
    const model = await new PassiveAggressiveClassifier({
      maxIter: 1,
      shuffle: false,
      fitIntercept: false,
    }).fit(points, Uint8Array.of(1, 0));
    const { data } = await model.decisionFunction(points);
    expect([...data]).toEqual([1, 0]);
  });

  it('takes no weights of samples, as in scikit-learn', async () => {
    await expect(
      new PassiveAggressiveClassifier().fit(x, y, { sampleWeight: new Float64Array(90).fill(1) }),
    ).rejects.toMatchObject({ code: 'E_OPTION' });
  });
});

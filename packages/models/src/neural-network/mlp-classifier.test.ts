import { createRng, ndArray } from '@fashion-mnist/core';
import { createInlinePool } from '@fashion-mnist/kernels';
import { describe, expect, it } from 'vitest';
import type { ModelState } from '../persistence/model-state.ts';
import { expectClose } from '../testing/close.ts';
import { expectSameOnEveryPool } from '../testing/on-every-pool.ts';
import { MLPClassifier, mlpEstimator } from './mlp-classifier.ts';
import type { MLPClassifierOptions } from './mlp-options.ts';

const FEATURES = 13;

/** Bytes around one centre per class. */
function blobs(sampleCount: number, labels: readonly number[], seed = 3) {
  const rng = createRng(seed);
  const centres = labels.map(() => Float64Array.from({ length: FEATURES }, () => 40 + 160 * rng.nextFloat()));
  const y = Int32Array.from({ length: sampleCount }, (_, i) => labels[i % labels.length]!);
  const data = Uint8Array.from({ length: sampleCount * FEATURES }, (_, i) => {
    const centre = centres[Math.floor(i / FEATURES) % labels.length]!;
    return centre[i % FEATURES]! + 12 * rng.nextNormal();
  });
  const scaling = {
    mean: new Float64Array(FEATURES).fill(120),
    scale: new Float64Array(FEATURES).fill(50),
  };
  return { x: { data, shape: [sampleCount, FEATURES], scaling }, y };
}

const { x, y } = blobs(210, [-4, 2, 9]);
const small: MLPClassifierOptions = {
  hiddenLayerSizes: [10],
  maxIter: 15,
  learningRateInit: 0.01,
  batchSize: 50,
};

describe('MLPClassifier', () => {
  it.each(['adam', 'sgd', 'lbfgs'] as const)('learns to tell classes apart with %s', async (solver) => {
    const model = await new MLPClassifier({ ...small, solver, maxIter: 60 }).fit(x, y, { seed: 1 });
    expect(await model.score(x, y)).toBeGreaterThan(0.97);
    const unseen = blobs(90, [-4, 2, 9], 3);
    expect(await model.score(unseen.x, unseen.y)).toBeGreaterThan(0.97);
    expect([...model.classes]).toEqual([-4, 2, 9]);
    expect(model.coefs.map(({ shape }) => shape)).toEqual([
      [FEATURES, 10],
      [10, 3],
    ]);
  });

  it('gives probabilities that add to 1, the largest to the class it predicts', async () => {
    const model = await new MLPClassifier(small).fit(x, y);
    const { data, shape } = await model.predictProba(x);
    const predicted = await model.predict(x);
    expect(shape).toEqual([210, 3]);
    predicted.forEach((label, row) => {
      const shares = [...data.subarray(3 * row, 3 * row + 3)];
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
      expect(model.classes[shares.indexOf(Math.max(...shares))]).toBe(label);
    });
  });

  it('has one output for two classes, and learns from one class that there is no other', async () => {
    const two = blobs(80, [5, 7]);
    const model = await new MLPClassifier({ ...small, maxIter: 40 }).fit(two.x, two.y);
    expect(model.coefs.at(-1)!.shape).toEqual([10, 1]);
    expect(await model.score(two.x, two.y)).toBeGreaterThan(0.97);
    const { data } = await model.predictProba(two.x);
    expect(data[0]! + data[1]!).toBeCloseTo(1, 12);

    const one = await new MLPClassifier(small).fit(two.x, new Int32Array(80).fill(7));
    expect([...(await one.predict(two.x))]).toEqual(Array.from({ length: 80 }, () => 7));
    expect([...(await one.predictProba(two.x)).data]).toEqual(Array.from({ length: 80 }, () => 1));
  });

  it('learns the same from bytes, scaled bytes and floats that stand for the same', async () => {
    const identity = { mean: new Float64Array(FEATURES), scale: new Float64Array(FEATURES).fill(1) };
    const plain = { data: x.data, shape: x.shape };
    const options = { ...small, learningRateInit: 1e-4, maxIter: 3 };
    const bytes = await new MLPClassifier(options).fit(plain, y);
    const scaled = await new MLPClassifier(options).fit({ ...plain, scaling: identity }, y);
    const floats = await new MLPClassifier(options).fit(
      { data: Float32Array.from(x.data), shape: x.shape },
      y,
    );
    expect(scaled.state().arrays).toEqual(bytes.state().arrays);
    expect(floats.state().arrays).toEqual(bytes.state().arrays);

    const halves = { data: Float32Array.from(x.data, (byte) => (byte - 120) / 50), shape: x.shape };
    const fromFloats = await new MLPClassifier(small).fit(halves, y);
    const fromBytes = await new MLPClassifier(small).fit(x, y);
    expectClose(fromFloats.lossCurve, fromBytes.lossCurve, 1e-4);
  });

  it('learns the same from bytes and floats where units are too many for the kernels of bytes', async () => {
    const data = Uint8Array.of(0, 7, 3, 0, 9, 1);
    const classifier = new MLPClassifier({ hiddenLayerSizes: [8200], maxIter: 2, learningRateInit: 1e-4 });
    const labels = Int32Array.of(0, 1, 2);
    const bytes = await classifier.fit({ data, shape: [3, 2] }, labels);
    const floats = await classifier.fit({ data: Float32Array.from(data), shape: [3, 2] }, labels);
    expect(bytes.lossCurve).toEqual(floats.lossCurve);
    expect(bytes.coefs).toEqual(floats.coefs);
  });

  it.each([
    { solver: 'adam', hiddenLayerSizes: [17, 9] },
    { solver: 'sgd', earlyStopping: true, activation: 'tanh' },
    { solver: 'lbfgs', activation: 'logistic' },
  ] as const)('learns the same on every pool with %j', async (options) => {
    await expectSameOnEveryPool(async (pool) => {
      const model = await new MLPClassifier({ ...small, ...options, maxIter: 4 }).fit(x, y, {
        pool,
        seed: 5,
      });
      return { state: model.state(), scores: await model.predictProba(x, { pool }) };
    });
  });

  it('ends lbfgs after as many evaluations as maxFun allows, at the iteration it is in', async () => {
    const seen: number[] = [];
    const options: MLPClassifierOptions = { ...small, solver: 'lbfgs', maxIter: 100, maxFun: 6 };
    const onProgress = ({ completed }: { readonly completed: number }) => seen.push(completed);
    const model = await new MLPClassifier(options).fit(x, y, { onProgress });
    expect(seen.length).toBeGreaterThanOrEqual(6);
    expect(seen.length).toBeLessThan(20);
    expect(model.nIter).toBeGreaterThan(0);
    expect(model.nIter).toBeLessThan(seen.length);
  });

  it('learns something else from another seed', async () => {
    const [first, second] = [0, 1].map((seed) => new MLPClassifier(small).fit(x, y, { seed }));
    expect((await first!).lossCurve).not.toEqual((await second!).lossCurve);
  });

  it('keeps the weights that were best on the samples kept aside', async () => {
    const options = { ...small, earlyStopping: true, validationFraction: 0.3, maxIter: 30, nIterNoChange: 3 };
    const model = await new MLPClassifier(options).fit(x, y, { seed: 2 });
    expect(model.bestLoss).toBeNull();
    expect(model.validationScores.length).toBe(model.nIter);
    expect(model.nIter).toBeLessThan(30);
    // 63 of 210 are kept aside: every score is a multiple of 1/63.
    for (const score of model.validationScores) expect((63 * score) % 1).toBeCloseTo(0, 9);
  });

  it('stops when aborted, and leaves no memory behind', async () => {
    const pool = await createInlinePool();
    const stop = new AbortController();
    const seen: number[] = [];
    const fit = new MLPClassifier({ ...small, maxIter: 10_000, tol: 0, nIterNoChange: 10_000 }).fit(x, y, {
      pool,
      signal: stop.signal,
      onProgress: ({ completed, unit }) => {
        expect(unit).toBe('epochs');
        seen.push(completed);
        if (completed === 3) stop.abort(new Error('enough'));
      },
    });
    await expect(fit).rejects.toThrow('enough');
    expect(seen).toEqual([1, 2, 3]);
    expect(pool.allocatedBytes).toBe(0);
    await new MLPClassifier({ ...small, maxIter: 1 }).fit(x, y, { pool });
  });

  it('survives a batch larger than the samples, constant features and a sample for each class', async () => {
    const tiny = { data: new Float32Array(3).fill(1), shape: [3, 1] };
    const model = await new MLPClassifier({ ...small, batchSize: 1000 }).fit(tiny, Int32Array.of(3, 1, 2));
    expect([...(await model.predict(tiny))].every((label) => [1, 2, 3].includes(label))).toBe(true);
  });
});

describe('what it refuses', () => {
  it.each([
    [{ hiddenLayerSizes: [0] }, 'hiddenLayerSizes'],
    [{ beta1: 1 }, 'beta1'],
    [{ learningRateInit: 0 }, 'learningRateInit'],
    [{ earlyStopping: true, validationFraction: 0 }, 'validationFraction'],
  ])('%j', (options, name) => {
    expect(() => new MLPClassifier(options)).toThrow(
      expect.objectContaining({ code: 'E_OPTION', message: expect.stringContaining(name) as string }),
    );
  });

  it('weights of samples, NaN, and labels that do not fit', async () => {
    const classifier = new MLPClassifier(small);
    await expect(classifier.fit(x, y, { sampleWeight: y })).rejects.toMatchObject({ code: 'E_OPTION' });
    await expect(classifier.fit(x, y.subarray(1))).rejects.toMatchObject({ code: 'E_SHAPE' });
    const bad = ndArray(Float32Array.of(Number.NaN, 1), [2, 1]);
    await expect(classifier.fit(bad, Int32Array.of(0, 1))).rejects.toMatchObject({ code: 'E_NOT_FINITE' });
  });

  it('weights that grow beyond all bounds', async () => {
    const wild = new MLPClassifier({
      ...small,
      solver: 'sgd',
      activation: 'identity',
      learningRateInit: 1e6,
    });
    await expect(wild.fit(x, y)).rejects.toMatchObject({ code: 'E_NOT_FINITE' });
  });

  it('early stopping where nothing is left, or a class has one sample', async () => {
    const early = new MLPClassifier({ ...small, earlyStopping: true, validationFraction: 0.9 });
    const few = { data: new Float32Array(6), shape: [6, 1] };
    await expect(
      early.fit({ data: new Float32Array(3), shape: [3, 1] }, Int32Array.of(0, 1, 2)),
    ).rejects.toMatchObject({ code: 'E_SHAPE' });
    await expect(
      new MLPClassifier({ earlyStopping: true, validationFraction: 0.4 }).fit(
        few,
        Int32Array.of(0, 0, 0, 0, 0, 1),
      ),
    ).rejects.toMatchObject({ code: 'E_LABELS' });
  });
});

describe('a saved model', () => {
  it('predicts the same bytes', async () => {
    const model = await new MLPClassifier({ ...small, hiddenLayerSizes: [6, 5] }).fit(x, y);
    const restored = await mlpEstimator.restore(structuredClone(model.state()), {});
    expect(await restored.predictProba!(x)).toEqual(await model.predictProba(x));
    expect(restored.state()).toEqual(model.state());
  });

  it.each<[string, (state: ModelState) => ModelState]>([
    ['without a layer', ({ arrays, ...rest }) => ({ ...rest, arrays: { classes: arrays['classes']! } })],
    ['with classes it has no outputs for', (state) => withArray(state, 'classes', Int32Array.of(1, 2, 3, 4))],
    [
      'with an infinite weight',
      (state) => withArray(state, 'intercepts0', new Float32Array(10).fill(Infinity)),
    ],
    ['without features', (state) => ({ ...state, values: { ...state.values, featureCount: 0 } })],
    ['with a loss that is none', (state) => ({ ...state, values: { ...state.values, loss: 'low' } })],
  ])('is refused %s', async (_, tamper) => {
    const model = await new MLPClassifier({ ...small, maxIter: 1 }).fit(x, y);
    await expect(mlpEstimator.restore(tamper(model.state()), {})).rejects.toMatchObject({ code: 'E_MODEL' });
  });
});

function withArray(state: ModelState, name: string, data: Int32Array | Float32Array): ModelState {
  return { ...state, arrays: { ...state.arrays, [name]: { data, shape: [data.length] } } };
}

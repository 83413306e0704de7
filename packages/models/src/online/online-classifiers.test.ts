import { ndArray, type ProgressEvent } from '@fashion-mnist/core';
import { createWorkerPool } from '@fashion-mnist/kernels';
import { describe, expect, it } from 'vitest';
import type { ModelState } from '../persistence/model-state.ts';
import { featureMatrix, floatFeatures } from '../samples/features.ts';
import { expectClose } from '../testing/close.ts';
import { expectSameOnEveryPool } from '../testing/on-every-pool.ts';
import { clusters, estimatorNamed, onlineClassifier } from './testing.ts';

const NAMES = ['SGDClassifier', 'Perceptron', 'PassiveAggressiveClassifier'];

describe.each(NAMES)('%s', (name) => {
  const { x, y } = clusters(120, 13, 4);

  it('tells clusters apart, whatever their labels are', async () => {
    const model = await onlineClassifier(name).fit(x, y);
    expect([...model.classes]).toEqual([10, 20, 30, 40]);
    expect(model.coef.shape).toEqual([4, 13]);
    expect(model.intercept.length).toBe(4);
    expect(await model.score(x, y)).toBeGreaterThan(0.85);
  });

  it('gives the highest decision to the class that it predicts', async () => {
    const model = await onlineClassifier(name).fit(x, y);
    const { data, shape } = await model.decisionFunction(x);
    expect(shape).toEqual([120, 4]);
    const best = Array.from({ length: 120 }, (_, row) => {
      const decisions = data.subarray(4 * row, 4 * row + 4);
      return model.classes[decisions.indexOf(Math.max(...decisions))];
    });
    expect([...(await model.predict(x))]).toEqual(best);
  });

  it('needs one decision for two classes, above 0 for the second', async () => {
    const two = clusters(60, 5, 2);
    const model = await onlineClassifier(name).fit(two.x, two.y);
    const { data, shape } = await model.decisionFunction(two.x);
    expect(model.coef.shape).toEqual([1, 5]);
    expect(shape).toEqual([60]);
    expect([...(await model.predict(two.x))]).toEqual(Array.from(data, (value) => (value > 0 ? 20 : 10)));
  });

  it('learns the same from scaled bytes and from the floats that they stand for', async () => {
    const floats = ndArray(floatFeatures(featureMatrix(x)), x.shape);
    const options = { maxIter: 3, tol: null };
    const [ofBytes, ofFloats] = [
      await onlineClassifier(name, options).fit(x, y),
      await onlineClassifier(name, options).fit(floats, y),
    ];
    expectClose(ofBytes.coef.data, ofFloats.coef.data, 1e-4);
    expectClose(
      (await ofBytes.decisionFunction(floats)).data,
      (await ofBytes.decisionFunction(x)).data,
      1e-6,
    );
  });

  it('learns the same from bytes and from equal floats', async () => {
    const bytes = ndArray(x.data, x.shape);
    const floats = ndArray(Float32Array.from(x.data), x.shape);
    const [ofBytes, ofFloats] = [
      await onlineClassifier(name).fit(bytes, y),
      await onlineClassifier(name).fit(floats, y),
    ];
    expect(ofBytes.coef).toEqual(ofFloats.coef);
    expect(ofBytes.intercept).toEqual(ofFloats.intercept);
  });

  it('learns and predicts the same bytes on every pool', () =>
    expectSameOnEveryPool(async (pool) => {
      const model = await onlineClassifier(name).fit(x, y, { pool, seed: 3 });
      return [model.state(), await model.decisionFunction(x, { pool }), model.nIter];
    }));

  it('learns the same with one seed, and something else with another', async () => {
    const [first, again, other] = await Promise.all(
      [1, 1, 2].map((seed) => onlineClassifier(name).fit(x, y, { seed })),
    );
    expect(again!.coef).toEqual(first!.coef);
    expect(other!.coef).not.toEqual(first!.coef);
  });

  it('ignores the seed when it does not shuffle', async () => {
    const [first, other] = await Promise.all(
      [1, 2].map((seed) => onlineClassifier(name, { shuffle: false }).fit(x, y, { seed })),
    );
    expect(other!.coef).toEqual(first!.coef);
  });

  it('bears one sample per class, features that never change and samples that repeat', async () => {
    const model = await onlineClassifier(name).fit(
      ndArray(Float32Array.of(1, 5, -1, 5, 0, 5), [3, 2]),
      Uint8Array.of(0, 1, 2),
    );
    expect(model.coef.data.every(Number.isFinite)).toBe(true);
    const repeated = await onlineClassifier(name).fit(
      ndArray(Float32Array.of(1, 1, 1, -1), [4, 1]),
      Uint8Array.of(1, 1, 1, 0),
    );
    expect([...(await repeated.predict(ndArray(Float32Array.of(1, -1), [2, 1])))]).toEqual([1, 0]);
  });

  it('passes over the samples as often as it is told, and reports each pass', async () => {
    const events: ProgressEvent[] = [];
    const model = await onlineClassifier(name, { maxIter: 3, tol: null }).fit(x, y, {
      onProgress: (event) => events.push(event),
    });
    expect(model.nIter).toBe(3);
    expect(events).toEqual(
      [1, 2, 3].map((completed) => ({ stage: 'fit', completed, total: 3, unit: 'passes' })),
    );
  });

  it('stops by the accuracy on samples that it keeps from learning', async () => {
    const options = { earlyStopping: true, validationFraction: 0.25, nIterNoChange: 2 };
    const model = await onlineClassifier(name, options).fit(x, y);
    expect(model.nIter).toBeLessThan(30);
    expect(await model.score(x, y)).toBeGreaterThan(0.8);
    await expectSameOnEveryPool(async (pool) =>
      (await onlineClassifier(name, options).fit(x, y, { pool })).state(),
    );
  });

  it('stops in the middle of learning when aborted, and leaves the pool as it was', async () => {
    const pool = await createWorkerPool({ threads: 2 });
    const controller = new AbortController();
    const fit = onlineClassifier(name, { maxIter: 1_000_000, tol: null }).fit(x, y, {
      pool,
      signal: controller.signal,
      onProgress: ({ completed }) => {
        if (completed === 5) controller.abort(new Error('enough'));
      },
    });
    await expect(fit).rejects.toThrow('enough');
    expect(pool.allocatedBytes).toBe(0);
    expect((await onlineClassifier(name, { maxIter: 1 }).fit(x, y, { pool })).nIter).toBe(1);
    await pool.dispose();
  });

  it('refuses a single class, numbers that are not finite and labels that do not fit', async () => {
    const point = ndArray(Float32Array.of(1, 2), [2, 1]);
    const fit = (data: Float32Array, labels: Uint8Array) =>
      onlineClassifier(name).fit(ndArray(data, [data.length, 1]), labels);
    await expect(onlineClassifier(name).fit(point, Uint8Array.of(7, 7))).rejects.toMatchObject({
      code: 'E_LABELS',
    });
    await expect(fit(Float32Array.of(1, Number.NaN), Uint8Array.of(0, 1))).rejects.toMatchObject({
      code: 'E_NOT_FINITE',
    });
    await expect(fit(Float32Array.of(1, 2), Uint8Array.of(0))).rejects.toMatchObject({ code: 'E_SHAPE' });
  });

  it('refuses to stop early where a class has too few samples', async () => {
    const few = ndArray(Float32Array.of(1, 2, 3, 4, 5), [5, 1]);
    await expect(
      onlineClassifier(name, { earlyStopping: true }).fit(few, Uint8Array.of(0, 0, 0, 0, 1)),
    ).rejects.toMatchObject({ code: 'E_LABELS' });
  });

  it('restores the same model from its state', async () => {
    const model = await onlineClassifier(name, { classWeight: { 10: 2 } }).fit(x, y);
    const restored = await estimatorNamed(name).restore(model.state(), {});
    expect(restored.state()).toEqual(model.state());
    expect(await restored.decisionFunction!(x)).toEqual(await model.decisionFunction(x));
    expect(restored.toJSON()).toEqual(model.toJSON());
  });

  it.each([
    ['weights for another number of classes', { coef: { data: new Float64Array(26), shape: [2, 13] } }],
    [
      'weights that are not finite',
      { coef: { data: new Float64Array(52).fill(Number.NaN), shape: [4, 13] } },
    ],
    ['too few intercepts', { intercept: { data: new Float64Array(3), shape: [3] } }],
    [
      'a single class',
      {
        classes: { data: Int32Array.of(1), shape: [1] },
        coef: { data: new Float64Array(13), shape: [1, 13] },
      },
    ],
    ['no features', { coef: { data: new Float64Array(0), shape: [4, 0] } }],
    ['classes out of order', { classes: { data: Int32Array.of(2, 1, 3, 4), shape: [4] } }],
  ])('refuses a state with %s', async (_, arrays) => {
    const state = (await onlineClassifier(name, { maxIter: 1 }).fit(x, y)).state();
    const tampered: ModelState = { ...state, arrays: { ...state.arrays, ...arrays } };
    await expect(estimatorNamed(name).restore(tampered, {})).rejects.toMatchObject({ code: 'E_MODEL' });
  });

  it('refuses options outside their range', () => {
    for (const options of [{ maxIter: 0 }, { tol: -1 }, { validationFraction: 1 }, { nIterNoChange: 0 }])
      expect(() => onlineClassifier(name, options)).toThrow(expect.objectContaining({ code: 'E_OPTION' }));
  });
});

import { ndArray } from '@fashion-mnist/core';
import { createInlinePool, createWorkerPool } from '@fashion-mnist/kernels';
import { describe, expect, it } from 'vitest';
import { expectSameOnEveryPool } from '../testing/on-every-pool.ts';
import { SVC, svcEstimator } from './svc.ts';
import type { SvcOptions } from './svc-options.ts';
import { asForm, byteClouds } from './testing/clouds.ts';

const { x, y } = byteClouds(150, 9, [3, -8, 700], 1);
const test = byteClouds(70, 9, [3, -8, 700], 1);

describe('SVC', () => {
  it.each(['bytes', 'floats', 'scaled'] as const)('learns to tell clouds of %s apart', async (form) => {
    const model = await new SVC().fit(asForm(x, form), y);
    expect(await model.score(asForm(x, form), y)).toBeGreaterThan(0.8);
    expect([...model.classes]).toEqual([-8, 3, 700]);
  });

  it('decides alike on scaled bytes and on the floats that these stand for', async () => {
    const fromBytes = await new SVC({ tol: 1e-6 }).fit(asForm(x, 'scaled'), y);
    const fromFloats = await new SVC({ tol: 1e-6 }).fit(asForm(x, 'floats'), y);
    const [a, b, c] = await Promise.all([
      fromBytes.decisionFunction(asForm(x, 'scaled')),
      fromBytes.decisionFunction(asForm(x, 'floats')),
      fromFloats.decisionFunction(asForm(x, 'scaled')),
    ]);
    // Rounding to some thousandths of a standard deviation.
    a.data.forEach((value, i) => {
      expect(Math.abs(value - b.data[i]!)).toBeLessThan(2e-3);
      expect(Math.abs(value - c.data[i]!)).toBeLessThan(2e-3);
    });
  });

  it('decides on pixels far brighter than any in fitting', async () => {
    const dark = ndArray(
      Uint8Array.from(x.data, (value, i) => (i % 9 === 0 ? value % 2 : value)),
      x.shape,
    );
    const scaled = asForm(dark, 'scaled');
    const model = await new SVC({ gamma: 1e-7, C: 1e4 }).fit(scaled, y);
    const bright = { ...scaled, data: Uint8Array.from(dark.data, (value, i) => (i % 9 === 0 ? 255 : value)) };
    const { mean, scale } = (scaled as { scaling: { mean: Float64Array; scale: Float64Array } }).scaling;
    const floats = Float32Array.from(bright.data, (value, i) => (value - mean[i % 9]!) / scale[i % 9]!);
    const [a, b] = await Promise.all([
      model.decisionFunction(bright),
      model.decisionFunction({ data: floats, shape: x.shape }),
    ]);
    a.data.forEach((value, i) => {
      expect(value).toBeCloseTo(b.data[i]!, 3);
    });
  });

  it('does not care about the order of samples', async () => {
    const order = Array.from(y.keys()).toSorted((a, b) => ((a * 37) % 150) - ((b * 37) % 150));
    const rows = order.flatMap((row) => [...x.data.subarray(row * 9, (row + 1) * 9)]);
    const options = { tol: 1e-7 };
    const model = await new SVC(options).fit(x, y);
    const other = await new SVC(options).fit(
      ndArray(Uint8Array.from(rows), x.shape),
      Int32Array.from(order, (row) => y[row]!),
    );
    const [a, b] = [await model.decisionFunction(test.x), await other.decisionFunction(test.x)];
    a.data.forEach((value, i) => {
      expect(value).toBeCloseTo(b.data[i]!, 4);
    });
  });

  it('takes a weight of two for two samples, and of zero for none', async () => {
    const options = { tol: 1e-7 };
    const weights = Array.from(y, (_, i) => (i < 30 ? 2 : i < 120 ? 1 : 0));
    const weighted = await new SVC({ ...options, gamma: 1e-4 }).fit(x, y, { sampleWeight: weights });
    const rows = [...Array(30).keys(), ...Array(120).keys()];
    const repeated = await new SVC({ ...options, gamma: 1e-4 }).fit(
      ndArray(Uint8Array.from(rows.flatMap((row) => [...x.data.subarray(row * 9, (row + 1) * 9)])), [150, 9]),
      Int32Array.from(rows, (row) => y[row]!),
    );
    const [a, b] = [await weighted.decisionFunction(test.x), await repeated.decisionFunction(test.x)];
    a.data.forEach((value, i) => {
      expect(value).toBeCloseTo(b.data[i]!, 4);
    });
    expect(Math.max(...weighted.support)).toBeLessThan(120);
  });

  it('reaches the dual objective of its support vectors', async () => {
    const model = await new SVC({ C: 5, gamma: 3e-4, tol: 1e-6 }).fit(
      x,
      y.map((label) => Math.min(label, 3)),
    );
    const { data: coefficients } = model.dualCoef;
    const vectors = model.supportVectors.data;
    let objective = coefficients.reduce((sum, value) => sum + Math.abs(value), 0);
    coefficients.forEach((a, i) => {
      coefficients.forEach((b, j) => {
        let square = 0;
        for (let k = 0; k < 9; k++) square += (vectors[i * 9 + k]! - vectors[j * 9 + k]!) ** 2;
        objective -= (a * b * Math.exp(-3e-4 * square)) / 2;
      });
    });
    expect(model.dualObjective[0]! / objective).toBeCloseTo(1, 5);
    expect(Math.abs(coefficients.reduce((sum, value) => sum + value, 0))).toBeLessThan(1e-9);
  });

  it('bears constant features, repeated samples of both classes, and one sample per class', async () => {
    const same = ndArray(new Uint8Array(12).fill(7), [6, 2]);
    const model = await new SVC().fit(same, Uint8Array.of(0, 1, 0, 1, 0, 1));
    expect((await model.predict(same)).length).toBe(6);
    const three = await new SVC().fit(ndArray(Uint8Array.of(0, 100, 200), [3, 1]), Uint8Array.of(1, 2, 3));
    expect([...(await three.predict(ndArray(Uint8Array.of(10, 90, 255), [3, 1])))]).toEqual([1, 2, 3]);
  });

  it.each<[string, SvcOptions, number]>([
    ['a kernel that is 1 everywhere', { gamma: 0 }, 1],
    ['a kernel that overflows', { kernel: 'poly', degree: 30, gamma: 1 }, 1e4],
    ['very large values', {}, 1e30],
    ['very small values', {}, 1e-30],
    ['a large C', { C: 1e9 }, 1],
  ])('comes to an end with %s', async (_, options, unit) => {
    const floats = ndArray(
      Float32Array.from(x.data, (value) => value * unit),
      x.shape,
    );
    const model = await new SVC(options).fit(floats, y);
    expect((await model.predict(floats)).every((label) => model.classes.includes(label))).toBe(true);
  });

  it('stops after so many steps', async () => {
    const model = await new SVC({ maxIter: 7 }).fit(x, y);
    expect([...model.nIter]).toEqual([7, 7, 7]);
    const none = await new SVC({ maxIter: 0 }).fit(x, y);
    expect([none.nIter.length, none.support.length]).toEqual([3, 0]);
    const restored = await svcEstimator.restore(none.state(), {});
    expect(await restored.predict(x)).toEqual(await none.predict(x));
  });

  it('gives the same bytes on every pool', async () => {
    await expectSameOnEveryPool(async (pool) => {
      const model = await new SVC({ probability: true }).fit(asForm(x, 'scaled'), y, { pool });
      const { data } = await model.decisionFunction(asForm(test.x, 'scaled'), { pool });
      return [model.toJSON(), data];
    });
  });

  it('tells how many pairs are solved', async () => {
    const heard: number[] = [];
    await new SVC().fit(x, y, { onProgress: ({ completed }) => heard.push(completed) });
    expect(heard.at(-1)).toBe(3);
    expect(heard).toEqual(heard.toSorted((a, b) => a - b));
  });

  it('stops in the middle of a fit when aborted, and leaves the pool usable and empty', async () => {
    const { x: many } = byteClouds(4000, 400, [0, 1], 5);
    const noise = Uint8Array.from({ length: 4000 }, (_, i) => ((i * i) % 11) % 2);
    const pool = await createWorkerPool({ threads: 2 });
    const control = new AbortController();
    setTimeout(() => control.abort(new Error('enough')), 60);
    const run = { pool, signal: control.signal };
    const fit = new SVC({ C: 100, tol: 1e-9 }).fit(asForm(many, 'floats'), noise, run);
    await expect(fit).rejects.toThrow('enough');
    expect(pool.allocatedBytes).toBe(0);
    expect(await (await new SVC().fit(x, y, { pool })).score(x, y, { pool })).toBeGreaterThan(0.8);
    await pool.dispose();
  });

  it('restores what predicts the same bytes', async () => {
    const forms = ['bytes', 'floats', 'scaled'] as const;
    for (const form of forms) {
      const options: SvcOptions = {
        kernel: 'poly',
        coef0: 1,
        classWeight: { 3: 2 },
        probability: form === 'bytes',
      };
      const model = await new SVC(options).fit(asForm(x, form), y);
      const restored = await svcEstimator.restore(model.state(), {});
      const rows = asForm(test.x, form);
      expect((await restored.decisionFunction!(rows)).data).toEqual(
        (await model.decisionFunction(rows)).data,
      );
      expect(restored.toJSON()).toEqual(model.toJSON());
      if (form === 'bytes')
        expect((await restored.predictProba!(rows)).data).toEqual((await model.predictProba!(rows)).data);
    }
  });

  it('saves its support vectors as the bytes they were', async () => {
    const model = await new SVC({ C: 0.5 }).fit(asForm(x, 'scaled'), y);
    const saved = model.state().arrays['vectors']!.data;
    expect(saved).toBeInstanceOf(Uint8Array);
    expect(saved.length).toBe(model.support.length * 9);
    expect([...saved.subarray(0, 9)]).toEqual([
      ...x.data.subarray(model.support[0]! * 9, (model.support[0]! + 1) * 9),
    ]);
  });
});

describe('SVC refuses', () => {
  it('options outside their range, and ties to be broken by pairs', () => {
    const wrong = [
      { C: 0 },
      { gamma: -1 },
      { degree: -1 },
      { tol: 0 },
      { maxIter: -2 },
      { classWeight: { a: 1 } },
    ];
    for (const options of wrong) expect(() => new SVC(options as SvcOptions)).toThrow(/expected/);
    expect(() => new SVC({ breakTies: true, decisionFunctionShape: 'ovo' })).toThrow(
      /breakTies true and decisionFunctionShape 'ovo'/,
    );
  });

  it('one class, a class without weight, weights of other labels, and values that are no numbers', async () => {
    const fit = (labels: number[], options: SvcOptions = {}, sampleWeight?: number[]) =>
      new SVC(options).fit(ndArray(Uint8Array.of(1, 2, 3), [3, 1]), Int32Array.from(labels), {
        sampleWeight,
      });
    await expect(fit([4, 4, 4])).rejects.toMatchObject({ code: 'E_LABELS' });
    await expect(fit([1, 1, 2], {}, [1, 1, 0])).rejects.toMatchObject({ code: 'E_LABELS' });
    await expect(fit([1, 1, 2], { classWeight: { 7: 2 } })).rejects.toMatchObject({ code: 'E_OPTION' });
    const nan = ndArray(Float32Array.of(1, Number.NaN), [2, 1]);
    await expect(new SVC().fit(nan, Uint8Array.of(0, 1))).rejects.toMatchObject({ code: 'E_NOT_FINITE' });
  });

  it('tampered states', async () => {
    const state = (await new SVC().fit(asForm(x, 'scaled'), y)).state();
    const { arrays } = state;
    const vectorCount = arrays['support']!.data.length;
    const wrong = {
      counts: { data: new Int32Array(3), shape: [3] },
      coefficients: { data: new Float64Array(2 * vectorCount).fill(Number.NaN), shape: [2, vectorCount] },
      intercepts: { data: new Float64Array(2), shape: [2] },
      vectors: { data: new Uint8Array(vectorCount), shape: [vectorCount, 1] },
      scale: { data: new Float64Array(9), shape: [9] },
      classes: { data: Int32Array.of(1), shape: [1] },
    };
    for (const [name, array] of Object.entries(wrong)) {
      const tampered = { ...state, arrays: { ...arrays, [name]: array } };
      await expect(svcEstimator.restore(tampered, {})).rejects.toMatchObject({ code: 'E_MODEL' });
    }
    await expect(svcEstimator.restore({ ...state, values: {} }, {})).rejects.toMatchObject({
      code: 'E_MODEL',
    });
    const probable = { ...state, options: { ...state.options, probability: true } };
    await expect(svcEstimator.restore(probable, {})).rejects.toMatchObject({ code: 'E_MODEL' });
  });
});

describe('SVC in plain TypeScript', () => {
  it('finds the same optimum without compiled kernels', async () => {
    const small = byteClouds(40, 5, [0, 1, 2], 3);
    const [compiled, plain] = [await createInlinePool(), await createInlinePool({ kernels: 'typescript' })];
    for (const kernel of ['linear', 'poly', 'rbf', 'sigmoid'] as const) {
      const options = { kernel, tol: 1e-6, gamma: 0.05, C: 0.5 };
      const floats = asForm(small.x, 'floats');
      const a = await new SVC(options).fit(floats, small.y, { pool: compiled });
      const b = await new SVC(options).fit(floats, small.y, { pool: plain });
      const [da, db] = [
        await a.decisionFunction(floats, { pool: compiled }),
        await b.decisionFunction(floats, { pool: plain }),
      ];
      da.data.forEach((value, i) => {
        expect(value).toBeCloseTo(db.data[i]!, 3);
      });
    }
  });
});

import { createRng } from '@fashion-mnist/core';
import { createInlinePool } from '@fashion-mnist/kernels';
import { describe, expect, it } from 'vitest';
import type { ModelState } from '../persistence/model-state.ts';
import { expectClose } from '../testing/close.ts';
import { expectSameOnEveryPool } from '../testing/on-every-pool.ts';
import { GaussianProcessClassifier, gaussianProcessEstimator } from './gaussian-process-classifier.ts';
import { type GaussianProcessClassifierOptions, RULES } from './gaussian-process-options.ts';

const FEATURES = 3;

/** Bytes around one centre per class. */
function blobs(sampleCount: number, labels: readonly number[]) {
  const rng = createRng(7);
  const y = Int32Array.from({ length: sampleCount }, (_, i) => labels[i % labels.length]!);
  const data = Uint8Array.from({ length: sampleCount * FEATURES }, (_, i) => {
    const label = Math.floor(i / FEATURES) % labels.length;
    return 60 + 50 * ((label + i) % labels.length) + 15 * rng.nextNormal();
  });
  const scaling = { mean: new Float64Array(FEATURES).fill(110), scale: new Float64Array(FEATURES).fill(40) };
  return { x: { data, shape: [sampleCount, FEATURES], scaling }, y };
}

const { x, y } = blobs(90, [-4, 2, 9]);
const searching = { constant: 1, lengthScale: 1, optimise: true };

describe('GaussianProcessClassifier', () => {
  it.each<GaussianProcessClassifierOptions>([
    {},
    { multiClass: 'oneVsOne' },
    { kernel: { constant: 2, lengthScale: 0.5 } },
    { kernel: searching, nRestartsOptimizer: 1 },
  ])('learns to tell classes apart with %j', async (options) => {
    const model = await new GaussianProcessClassifier(options).fit(x, y);
    expect(await model.score(x, y)).toBeGreaterThan(0.95);
    expect([...model.classes]).toEqual([-4, 2, 9]);
  });

  it('gives probabilities that add to 1, whatever the order of the samples', async () => {
    const model = await new GaussianProcessClassifier().fit(x, y);
    const { data, shape } = await model.predictProba!(x);
    expect(shape).toEqual([90, 3]);
    for (let row = 0; row < 90; row++)
      expect(data[3 * row]! + data[3 * row + 1]! + data[3 * row + 2]!).toBeCloseTo(1, 12);
    const order = createRng(1).permutation(90);
    const shuffled = Uint8Array.from(x.data, (_, i) => x.data[order[Math.floor(i / 3)]! * 3 + (i % 3)]!);
    const other = await new GaussianProcessClassifier().fit(
      { ...x, data: shuffled },
      Int32Array.from(order, (row) => y[row]!),
    );
    expectClose((await other.predictProba!(x)).data, data, 1e-9);
  });

  it('finds a kernel under which the labels are likelier', async () => {
    const fixed = await new GaussianProcessClassifier().fit(x, y);
    const found = await new GaussianProcessClassifier({ kernel: searching }).fit(x, y);
    expect(found.logMarginalLikelihood).toBeGreaterThan(fixed.logMarginalLikelihood);
    const [kernel] = found.kernels;
    const again = await new GaussianProcessClassifier({ kernel: { ...searching, ...kernel } }).fit(x, y);
    expect(again.logMarginalLikelihood).toBeCloseTo(found.logMarginalLikelihood, 3);
  });

  it('learns the same from floats that the scaled bytes stand for', async () => {
    const floats = { data: Float32Array.from(x.data, (byte) => (byte - 110) / 40), shape: x.shape };
    const [fromBytes, fromFloats] = [
      await new GaussianProcessClassifier().fit(x, y),
      await new GaussianProcessClassifier().fit(floats, y),
    ];
    expect(fromFloats.state()).toEqual(fromBytes.state());
    expect(await fromBytes.predictProba!(floats)).toEqual(await fromBytes.predictProba!(x));
  });

  it.each<[GaussianProcessClassifierOptions, readonly number[]]>([
    [{ kernel: searching }, [0, 1]],
    [{ multiClass: 'oneVsOne' }, [1, 2, 3]],
  ])('learns the same on every pool with %j', async (options, labels) => {
    const few = blobs(36, labels);
    await expectSameOnEveryPool(async (pool) => {
      const model = await new GaussianProcessClassifier(options).fit(few.x, few.y, { pool });
      return { state: model.state(), labels: await model.predict(few.x, { pool }) };
    });
  });

  it('copes with duplicates of all labels, constant features and one sample of a class', async () => {
    const same = { data: new Uint8Array(8), shape: [4, 2] };
    const model = await new GaussianProcessClassifier().fit(same, Int32Array.of(0, 1, 1, 2));
    const { data } = await model.predictProba!(same);
    expect([...data].every((share) => share > 0 && share < 1)).toBe(true);
  });

  it('stops when aborted, and leaves no memory behind', async () => {
    const pool = await createInlinePool();
    const stop = new AbortController();
    const fit = new GaussianProcessClassifier().fit(x, y, {
      pool,
      signal: stop.signal,
      onProgress: () => stop.abort(new Error('enough')),
    });
    await expect(fit).rejects.toThrow('enough');
    expect(pool.allocatedBytes).toBe(0);
  });
});

describe('what it refuses', () => {
  it('more samples than a pool has memory for, before it allocates any, and says how much it would take', async () => {
    const pool = await createInlinePool();
    const many = { data: new Uint8Array(60_000), shape: [60_000, 1] };
    const labels = Uint8Array.from({ length: 60_000 }, (_, i) => i % 2);
    const fit = new GaussianProcessClassifier().fit(many, labels, { pool });
    await expect(fit).rejects.toMatchObject({ code: 'E_MEMORY' });
    // Three matrices of 60,000 squared float64, and a little.
    await expect(fit).rejects.toThrow(/need 86\d{9}$/);
    expect(pool.allocatedBytes).toBe(0);
  });

  it.each([
    { kernel: { constant: 1, lengthScale: 0 } },
    { kernel: { constant: 1, lengthScale: 1, optimise: 1 as unknown as boolean } },
    { kernel: { constant: 1e6, lengthScale: 1, optimise: false } },
    { maxIterPredict: 0 },
    { nRestartsOptimizer: -1 },
  ])('%j', (options) => {
    expect(() => new GaussianProcessClassifier(options)).toThrow(
      expect.objectContaining({ code: 'E_OPTION' }),
    );
  });

  it('one class, weights of samples, NaN', async () => {
    const classifier = new GaussianProcessClassifier();
    await expect(classifier.fit(x, new Uint8Array(90))).rejects.toMatchObject({ code: 'E_LABELS' });
    await expect(classifier.fit(x, y, { sampleWeight: y })).rejects.toMatchObject({ code: 'E_OPTION' });
    const bad = { data: Float32Array.of(Number.NaN, 1), shape: [2, 1] };
    await expect(classifier.fit(bad, Int32Array.of(0, 1))).rejects.toMatchObject({ code: 'E_NOT_FINITE' });
  });
});

it('reads a kernel from the text of a command line', () => {
  expect(RULES.kernel.parse('2, 0.5')).toEqual({ constant: 2, lengthScale: 0.5, optimise: false });
  expect(RULES.kernel.parse('1,1,optimise')).toEqual(searching);
  expect(RULES.kernel.parse('null')).toBeNull();
  for (const text of ['1', '1,x', '1,1,fast', '1,1,optimise,2', '1,-1'])
    expect(RULES.kernel.parse(text)).toBeUndefined();
});

describe('a saved model', () => {
  it.each<GaussianProcessClassifierOptions>([{}, { multiClass: 'oneVsOne' }])(
    'predicts the same with %j',
    async (options) => {
      const model = await new GaussianProcessClassifier(options).fit(x, y);
      const restored = await gaussianProcessEstimator.restore(structuredClone(model.state()), {});
      expect(await restored.predict(x)).toEqual(await model.predict(x));
      expect(await restored.predictProba?.(x)).toEqual(await model.predictProba?.(x));
      expect(restored.state()).toEqual(model.state());
    },
  );

  it.each<[string, string, Float64Array | Int32Array]>([
    ['of one class', 'classes', Int32Array.of(1)],
    ['without samples of a class', 'codes', new Int32Array(90)],
    ['with a kernel out of bounds', 'lengthScales', Float64Array.of(1, 0, 1)],
    ['with a root that is none', 'roots', new Float64Array(270).fill(Number.NaN)],
    ['with too few residuals', 'residuals', new Float64Array(3)],
  ])('is refused %s', async (_, name, data) => {
    const state = (await new GaussianProcessClassifier().fit(x, y)).state();
    const arrays = { ...state.arrays, [name]: { data, shape: [data.length] } };
    const tampered: ModelState = { ...state, arrays };
    await expect(gaussianProcessEstimator.restore(tampered, {})).rejects.toMatchObject({ code: 'E_MODEL' });
  });
});

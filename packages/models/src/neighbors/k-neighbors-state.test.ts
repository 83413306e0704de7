import { createRng, ndArray } from '@fashion-mnist/core';
import { createInlinePool } from '@fashion-mnist/kernels';
import { describe, expect, it } from 'vitest';
import type { ModelState } from '../persistence/model-state.ts';
import type { Features } from '../samples/features.ts';
import { expectSameOnEveryPool } from '../testing/on-every-pool.ts';
import { KNeighborsClassifier, kNeighborsEstimator } from './k-neighbors-classifier.ts';

const [COUNT, SIDE] = [60, 5];
const rng = createRng(3);
const bytes = ndArray(
  Uint8Array.from({ length: COUNT * SIDE * SIDE }, () => rng.nextInt(256)),
  [COUNT, SIDE, SIDE],
);
const scaling = {
  mean: Float64Array.from({ length: SIDE * SIDE }, () => rng.nextFloat() * 255),
  scale: Float64Array.from({ length: SIDE * SIDE }, () => 1 + rng.nextFloat()),
};
const floats = ndArray(
  Float32Array.from({ length: COUNT * SIDE * SIDE }, () => rng.nextNormal()),
  [COUNT, SIDE, SIDE],
);
const y = Int32Array.from({ length: COUNT }, () => rng.nextInt(3) - 1);
const pool = await createInlinePool();

const kinds: [string, Features][] = [
  ['bytes', bytes],
  ['scaled bytes', { ...bytes, scaling }],
  ['floats', floats],
];

const fit = (x: Features, p: number) =>
  new KNeighborsClassifier({ weights: 'distance', p }).fit(x, y, { pool });

describe('a saved KNeighborsClassifier', () => {
  it.each(kinds)('predicts the same when restored, fitted on %s', async (_, x) => {
    for (const p of [1, 2, 3]) {
      const model = await fit(x, p);
      const restored = await kNeighborsEstimator.restore(model.state(), { pool });
      const wanted = await model.predictProba(x);
      expect(await restored.predictProba?.(x)).toEqual(wanted);
      expect(restored.toJSON()).toEqual(model.toJSON());
      await Promise.all([model.dispose(), restored.dispose?.()]);
    }
    expect(pool.allocatedBytes).toBe(0);
  });

  it.each<[string, (state: ModelState) => ModelState]>([
    [
      'no samples',
      ({ arrays, ...state }) => ({ ...state, arrays: { ...arrays, samples: arrays['codes']! } }),
    ],
    [
      'codes beyond the classes',
      withArray(
        'codes',
        Int32Array.from(y, () => 3),
      ),
    ],
    ['too few codes', withArray('codes', new Int32Array(COUNT - 1))],
    ['classes that do not ascend', withArray('classes', Int32Array.of(1, 0, -1))],
    ['a scale of 0', withArray('scale', new Float64Array(SIDE * SIDE))],
    ['a mean that is not finite', withArray('mean', new Float64Array(SIDE * SIDE).fill(Number.NaN))],
    ['scaling of other features', withArray('mean', new Float64Array(3))],
    [
      'more neighbours than samples',
      (state) => ({ ...state, options: { ...state.options, nNeighbors: COUNT + 1 } }),
    ],
    [
      'no sample',
      (state) => ({
        ...state,
        arrays: {
          ...state.arrays,
          samples: { data: new Uint8Array(0), shape: [0, 0] },
          codes: { data: new Int32Array(0), shape: [0] },
        },
      }),
    ],
  ])('is refused with %s', async (_, tamper) => {
    const model = await fit({ ...bytes, scaling }, 1);
    await expect(kNeighborsEstimator.restore(tamper(model.state()), { pool })).rejects.toMatchObject({
      code: 'E_MODEL',
    });
    await model.dispose();
  });
});

describe('a fitted KNeighborsClassifier', () => {
  it('predicts the same on every pool', async () => {
    for (const [, x] of kinds)
      await expectSameOnEveryPool(async (shared) => {
        const model = await new KNeighborsClassifier({ p: 1 }).fit(x, y, { pool: shared });
        const answers = await model.kneighbors(x);
        await model.dispose();
        return answers;
      });
  });

  it('stops in the middle, and keeps no memory', async () => {
    const controller = new AbortController();
    const pending = new KNeighborsClassifier().fit(bytes, y, {
      pool,
      signal: controller.signal,
      onProgress: () => controller.abort(new Error('enough')),
    });
    await expect(pending).rejects.toThrow('enough');
    expect(pool.allocatedBytes).toBe(0);
  });
});

function withArray(name: string, data: Int32Array | Float64Array): (state: ModelState) => ModelState {
  return (state) => ({ ...state, arrays: { ...state.arrays, [name]: { data, shape: [data.length] } } });
}

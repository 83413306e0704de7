import { createRng, ndArray } from '@fashion-mnist/core';
import { createInlinePool, type WorkerPool } from '@fashion-mnist/kernels';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { estimators } from '../estimators.ts';
import type { ModelState } from '../persistence/model-state.ts';

const FAMILY = ['DecisionTreeClassifier', 'ExtraTreeClassifier', 'RandomForestClassifier'];
const family = estimators.filter(({ name }) => FAMILY.includes(name));

let pool: WorkerPool;
beforeAll(async () => {
  pool = await createInlinePool();
});
afterAll(() => pool.dispose());

const rng = createRng(1);
const x = ndArray(
  Uint8Array.from({ length: 80 * 6 }, () => rng.nextInt(256)),
  [80, 6],
);
const y = Int32Array.from({ length: 80 }, (_, i) => [-3, 0, 8][(x.data[6 * i]! >> 6) % 3]!);

describe.each(family)('a saved $name', ({ name, create, restore }) => {
  const options = name === 'RandomForestClassifier' ? { nEstimators: 5, oobScore: true } : {};
  const fit = () =>
    create({ ...options, criterion: 'entropy', minSamplesSplit: { fraction: 0.05 } }).fit(x, y, { pool });

  it('predicts the same bytes, and is saved as the same again', async () => {
    const model = await fit();
    const restored = await restore(model.state(), { pool });
    expect(await restored.predictProba!(x, { pool })).toEqual(await model.predictProba!(x, { pool }));
    expect(restored.state()).toEqual(model.state());
    expect(restored.toJSON()).toEqual(model.toJSON());
    const { featureImportances } = model as unknown as { featureImportances: Float64Array };
    expect(restored).toMatchObject({ featureImportances });
  });

  it('is a document that JSON can say', async () => {
    const document = (await fit()).toJSON();
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
  });

  type Change = (data: number[]) => void;
  it.each<[string, string, Change]>([
    ['a feature that there is not', 'feature', (data) => data.splice(0, 1, 6)],
    ['a feature below none', 'feature', (data) => data.splice(0, 1, -2)],
    ['a branch without an end', 'feature', (data) => data.splice(data.length - 1, 1, 2)],
    ['a tree that ends at once', 'feature', (data) => data.splice(0, 1, -1)],
    ['a threshold that is none', 'threshold', (data) => data.splice(0, 1, Number.NaN)],
    ['a threshold too few', 'threshold', (data) => data.splice(0, 1)],
    ['a leaf too few', 'leafSamples', (data) => data.splice(0, 1)],
    ['a leaf of less than nothing', 'leafValues', (data) => data.splice(0, 1, -1)],
    ['nodes of no tree', 'nodeCounts', (data) => data.push(1)],
    ['a tree without nodes', 'nodeCounts', (data) => data.splice(0, 1, 0)],
    ['a tree of less than no nodes', 'nodeCounts', (data) => data.splice(0, 1, -3)],
    ['a tree too many', 'nodeCounts', (data) => data.push(0)],
    ['no tree', 'nodeCounts', (data) => data.splice(0)],
    ['classes out of order', 'classes', (data) => data.splice(0, 1, 99)],
  ])('is refused with %s', async (_, array, change) => {
    const state = (await fit()).state();
    await expect(restore(changed(state, array, change), { pool })).rejects.toMatchObject({ code: 'E_MODEL' });
  });

  it.each([0, 1.5, '6'])('is refused with %j features', async (featureCount) => {
    const state = (await fit()).state();
    const values = { ...state.values, featureCount };
    await expect(restore({ ...state, values }, { pool })).rejects.toMatchObject({ code: 'E_MODEL' });
  });

  it('is refused with options that there are not', async () => {
    const state = (await fit()).state();
    const saved = { ...state, options: { ...state.options, maxDepth: 0 } };
    await expect(restore(saved, { pool })).rejects.toMatchObject({ code: 'E_OPTION' });
  });
});

function changed(state: ModelState, name: string, change: (data: number[]) => void): ModelState {
  const { data, shape } = state.arrays[name]!;
  const numbers = Array.from(data as Float64Array);
  change(numbers);
  const type = data.constructor as Float64ArrayConstructor;
  const array = { data: type.from(numbers), shape: shape.length === 1 ? [numbers.length] : shape };
  return { ...state, arrays: { ...state.arrays, [name]: array } };
}

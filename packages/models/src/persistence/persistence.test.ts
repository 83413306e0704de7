import { describe, expect, it } from 'vitest';
import { KNeighborsClassifier } from '../neighbors/k-neighbors-classifier.ts';
import { makePipeline } from '../pipeline/pipeline.ts';
import { StandardScaler } from '../pipeline/standard-scaler.ts';
import { describeModel, loadModel } from './load-model.ts';
import type { ModelDocument } from './model-document.ts';
import { encodeModelFile } from './model-file.ts';
import type { ModelState } from './model-state.ts';
import { saveModel } from './save-model.ts';

const x = { data: Uint8Array.of(0, 10, 20, 0, 250, 240, 230, 255), shape: [4, 2] };
const y = Int32Array.of(-3, -3, 7, 7);
const others = { data: Float32Array.of(3.5, 9, 200, 201), shape: [2, 2] };

const model = await new KNeighborsClassifier({ nNeighbors: 3, weights: 'distance' }).fit(x, y);
const file = await saveModel(model, { notes: { data: 'made up' } });

describe('a saved model', () => {
  it('is restored as it was from its file', async () => {
    const restored = await loadModel(file);
    expect(restored.state()).toEqual(model.state());
    expect(await restored.predictProba?.(others)).toEqual(await model.predictProba(others));
  });

  it('is restored as it was from JSON', async () => {
    const document = JSON.parse(JSON.stringify(model)) as ModelDocument;
    expect((await loadModel(document)).state()).toEqual(model.state());
  });

  it('is the same file each time', async () => {
    expect(await saveModel(model, { notes: { data: 'made up' } })).toEqual(file);
  });

  it('tells what it is without being restored', async () => {
    expect(await describeModel(file)).toEqual({
      estimator: 'KNeighborsClassifier',
      parts: [],
      options: { ...model.state().options },
      notes: { data: 'made up' },
    });
  });

  it('tells what a pipeline is made of', async () => {
    const scaled = await makePipeline(new StandardScaler(), new KNeighborsClassifier({ nNeighbors: 1 })).fit(
      x,
      y,
    );
    const { estimator, parts } = await describeModel(await saveModel(scaled));
    expect([estimator, ...parts]).toEqual(['Pipeline', 'StandardScaler', 'KNeighborsClassifier']);
  });

  it('is refused when any bit of it has changed', async () => {
    for (let at = 0; at < file.length; at += 1) {
      const changed = file.slice();
      changed[at]! ^= 1 << (at % 8);
      await expect(loadModel(changed)).rejects.toThrow(expect.objectContaining({ code: 'E_MODEL' }));
    }
  });

  it('is refused when it is cut short', async () => {
    for (let length = 0; length < file.length; length += 7)
      await expect(loadModel(file.subarray(0, length))).rejects.toThrow(
        expect.objectContaining({ code: 'E_MODEL' }),
      );
  });

  it('is refused when it is larger than the caller wants', async () => {
    await expect(loadModel(file, { maxBytes: 100 })).rejects.toThrow(/expected at most 100 bytes/);
  });

  it('is refused when it holds what its estimator cannot use', async () => {
    const { arrays, ...rest } = model.state();
    const impossible: ModelState = {
      ...rest,
      arrays: { ...arrays, codes: { data: Int32Array.of(0, 0, 1, 2), shape: [4] } },
    };
    await expect(loadModel(await encodeModelFile({ state: impossible, notes: {} }))).rejects.toThrow(
      /codes: expected whole numbers below 2, got 2 at 3/,
    );
  });

  it.each([
    [{}, /format: expected 'fashion-mnist-model'/],
    [{ ...model.toJSON(), version: 2 }, /version: expected 1, got 2/],
    [{ ...model.toJSON(), estimator: 'Oracle' }, /got Oracle/],
    [{ ...model.toJSON(), arrays: { codes: { type: 'Int32Array', shape: [4], base64: '!' } } }, /base64/],
    [{ ...model.toJSON(), options: { nNeighbors: 0 } }, /nNeighbors: expected/],
  ])('is refused as the document %#', async (document, message) => {
    await expect(loadModel(document as unknown as ModelDocument)).rejects.toThrow(message);
  });
});

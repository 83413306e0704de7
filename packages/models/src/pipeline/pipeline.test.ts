import { createRng } from '@fashion-mnist/core';
import { describe, expect, it } from 'vitest';
import { KNeighborsClassifier } from '../neighbors/k-neighbors-classifier.ts';
import { loadModel } from '../persistence/load-model.ts';
import { saveModel } from '../persistence/save-model.ts';
import { featureMatrix, floatFeatures } from '../samples/features.ts';
import { Pca } from './pca.ts';
import { makePipeline } from './pipeline.ts';
import { StandardScaler } from './standard-scaler.ts';

const rng = createRng(7);
const bytes = { data: Uint8Array.from({ length: 40 * 6 }, () => rng.nextInt(256)), shape: [40, 2, 3] };
const labels = Uint8Array.from({ length: 40 }, (_, i) => i % 3);

/** Column by column, in float64. */
function columns(data: ArrayLike<number>, width: number): number[][] {
  return Array.from({ length: width }, (_, column) =>
    Array.from({ length: data.length / width }, (__, row) => data[row * width + column]!),
  );
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const deviation = (values: readonly number[]) =>
  Math.sqrt(mean(values.map((value) => (value - mean(values)) ** 2)));

describe('StandardScaler', () => {
  it('gives each feature mean 0 and deviation 1, of bytes without copying them', async () => {
    const scaler = await new StandardScaler().fit(bytes);
    const scaled = await scaler.transform(bytes);
    expect(scaled.data).toBe(bytes.data);
    for (const column of columns(floatFeatures(featureMatrix(scaled)), 6)) {
      expect(mean(column)).toBeCloseTo(0, 6);
      expect(deviation(column)).toBeCloseTo(1, 6);
    }
  });

  it('scales floats and scaled bytes as it scales bytes', async () => {
    const scaler = await new StandardScaler().fit(bytes);
    const expected = floatFeatures(featureMatrix(await scaler.transform(bytes)));
    const asFloats = await scaler.transform({ data: Float32Array.from(bytes.data), shape: bytes.shape });
    const halved = { mean: new Float64Array(6), scale: new Float64Array(6).fill(2) };
    const halves = { ...bytes, scaling: halved };
    const onHalves = await new StandardScaler().fit(halves);
    const asHalves = floatFeatures(featureMatrix(await onHalves.transform(halves)));
    for (let i = 0; i < expected.length; i++) {
      expect(asFloats.data[i]).toBeCloseTo(expected[i]!, 5);
      expect(asHalves[i]).toBeCloseTo(expected[i]!, 5);
    }
  });

  it('only moves a constant feature, and can leave out either half', async () => {
    const x = { data: Uint8Array.of(7, 1, 7, 3), shape: [2, 2] };
    expect([...(await new StandardScaler().fit(x)).scale]).toEqual([1, 1]);
    expect([...(await new StandardScaler({ withMean: false }).fit(x)).mean]).toEqual([0, 0]);
    expect([...(await new StandardScaler({ withStd: false }).fit(x)).scale]).toEqual([1, 1]);
  });
});

describe('Pca', () => {
  it('gives scores without correlation, with the variances that it tells', async () => {
    const pca = await new Pca({ nComponents: 3 }).fit(bytes);
    const scores = columns((await pca.transform(bytes)).data, 3);
    scores.forEach((column, axis) => {
      expect((deviation(column) ** 2 * 40) / 39).toBeCloseTo(pca.explainedVariance[axis]!, 1);
      for (const other of scores.slice(0, axis))
        expect(Math.abs(mean(column.map((value, row) => value * other[row]!)))).toBeLessThan(1e-2);
    });
  });

  it('whitens scores to variance 1', async () => {
    const pca = await new Pca({ nComponents: 2, whiten: true }).fit(bytes);
    for (const column of columns((await pca.transform(bytes)).data, 2))
      expect((deviation(column) ** 2 * 40) / 39).toBeCloseTo(1, 4);
  });

  it('keeps all axes without being told, and refuses more than there are', async () => {
    expect((await new Pca().fit(bytes)).components.shape).toEqual([6, 6]);
    await expect(new Pca({ nComponents: 7 }).fit(bytes)).rejects.toThrow(
      /nComponents: expected at most 6, got 7/,
    );
  });
});

describe('makePipeline', () => {
  const steps = () =>
    [new StandardScaler(), new Pca({ nComponents: 4 }), new KNeighborsClassifier()] as const;

  it('is what its steps are, one after the other', async () => {
    const [scaler, pca, neighbors] = steps();
    const pipeline = await makePipeline(...steps()).fit(bytes, labels);
    const scaled = await (await scaler.fit(bytes)).transform(bytes);
    const scores = await (await pca.fit(scaled)).transform(scaled);
    const alone = await neighbors.fit(scores, labels);
    expect(await pipeline.predictProba?.(bytes)).toEqual(await alone.predictProba(scores));
    expect(await pipeline.score(bytes, labels)).toBe(await alone.score(scores, labels));
    expect(pipeline.decisionFunction).toBeUndefined();
    expect(pipeline.featureCount).toBe(6);
  });

  it('is restored with all its steps', async () => {
    const pipeline = await makePipeline(...steps()).fit(bytes, labels);
    const restored = await loadModel(await saveModel(pipeline));
    expect(restored.state()).toEqual(pipeline.state());
    expect(await restored.predict(bytes)).toEqual(await pipeline.predict(bytes));
  });

  it('is not restored from steps that are none', async () => {
    const { parts = [], ...rest } = (await makePipeline(...steps()).fit(bytes, labels)).state();
    const save = (some: typeof parts) => saveModel({ state: () => ({ ...rest, parts: some }) });
    await expect(loadModel(await save([]))).rejects.toThrow(/ends with a classifier/);
    await expect(loadModel(await save([parts[2]!, parts[2]!]))).rejects.toThrow(/got KNeighborsClassifier/);
  });
});

import { ndArray } from '@fashion-mnist/core';
import { describe, expect, it } from 'vitest';
import { KNeighborsClassifier, type KNeighborsClassifierOptions } from './k-neighbors-classifier.ts';

/** Points on a line. */
const line = (...values: number[]) => ndArray(Uint8Array.from(values), [values.length, 1]);

describe('KNeighborsClassifier', () => {
  it('takes the majority of the nearest', async () => {
    const model = await new KNeighborsClassifier({ nNeighbors: 3 }).fit(
      line(0, 1, 2, 10, 11, 12),
      Uint8Array.of(4, 4, 4, 9, 9, 9),
    );
    expect([...(await model.predict(line(1, 5, 7, 200)))]).toEqual([4, 4, 9, 9]);
    expect([...model.classes]).toEqual([4, 9]);
  });

  it('gives a tied vote to the lowest label', async () => {
    const model = await new KNeighborsClassifier({ nNeighbors: 2 }).fit(line(0, 2), Int32Array.of(7, -3));
    expect([...(await model.predict(line(0)))]).toEqual([-3]);
  });

  it('gives each class its share of the votes', async () => {
    const model = await new KNeighborsClassifier({ nNeighbors: 4 }).fit(
      line(0, 1, 2, 3),
      Uint8Array.of(0, 0, 0, 1),
    );
    const { data, shape } = await model.predictProba(line(0));
    expect(shape).toEqual([1, 2]);
    expect([...data]).toEqual([0.75, 0.25]);
  });

  it('weighs votes by inverse distance on request', async () => {
    const x = line(0, 10, 11);
    const y = Uint8Array.of(0, 1, 1);
    const uniform = await new KNeighborsClassifier({ nNeighbors: 3 }).fit(x, y);
    const weighted = await new KNeighborsClassifier({ nNeighbors: 3, weights: 'distance' }).fit(x, y);
    expect([...(await uniform.predict(line(2)))]).toEqual([1]);
    expect([...(await weighted.predict(line(2)))]).toEqual([0]);
    // 1/2 against 1/8 + 1/9.
    expect((await weighted.predictProba(line(2))).data[0]).toBeCloseTo(0.5 / (0.5 + 1 / 8 + 1 / 9), 6);
  });

  it('lets a neighbour at distance 0 outvote all others', async () => {
    const model = await new KNeighborsClassifier({ nNeighbors: 3, weights: 'distance' }).fit(
      line(5, 6, 6),
      Uint8Array.of(0, 1, 1),
    );
    expect([...(await model.predictProba(line(5))).data]).toEqual([1, 0]);
  });

  it.each([0, 2.5, Number.NaN])('refuses %s neighbours', (nNeighbors) => {
    expect(() => new KNeighborsClassifier({ nNeighbors })).toThrow(
      /nNeighbors: expected a whole number >= 1/,
    );
  });

  it('refuses more neighbours than samples, and labels that do not fit', async () => {
    await expect(new KNeighborsClassifier().fit(line(1, 2), Uint8Array.of(0, 1))).rejects.toMatchObject({
      code: 'E_OPTION',
    });
    await expect(new KNeighborsClassifier().fit(line(1, 2), Uint8Array.of(0))).rejects.toThrow(
      'expected one label for each of 2 samples, got 1',
    );
  });

  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY])('refuses the exponent %s', (p) => {
    expect(() => new KNeighborsClassifier({ p })).toThrow(/p: expected a number >= 1/);
  });

  it('takes the exponent from the name of the metric', async () => {
    const x = ndArray(Uint8Array.of(0, 0, 3, 4), [2, 2]);
    const distanceIn = async (options: KNeighborsClassifierOptions) => {
      const model = await new KNeighborsClassifier({ nNeighbors: 2, ...options }).fit(x, Uint8Array.of(0, 1));
      const { distances } = await model.kneighbors(ndArray(Uint8Array.of(0, 0), [1, 2]));
      return distances.data[1];
    };
    expect(await distanceIn({ metric: 'manhattan', p: 3 })).toBe(7);
    expect(await distanceIn({ metric: 'euclidean', p: 1 })).toBe(5);
    expect(await distanceIn({ p: 1 })).toBe(7);
    expect(await distanceIn({ p: 3 })).toBeCloseTo(91 ** (1 / 3), 6);
  });

  it('finds as many neighbours as asked, whatever it was fitted for', async () => {
    const model = await new KNeighborsClassifier({ nNeighbors: 2 }).fit(
      line(5, 1, 9),
      Uint8Array.of(0, 1, 1),
    );
    const { indices, distances } = await model.kneighbors(line(4, 9), { nNeighbors: 3 });
    expect([...indices.data]).toEqual([0, 1, 2, 2, 0, 1]);
    expect([...distances.data]).toEqual([1, 3, 5, 0, 4, 8]);
    await expect(model.kneighbors(line(4), { nNeighbors: 4 })).rejects.toMatchObject({ code: 'E_OPTION' });
  });

  it('knows a single class, and samples that are all alike', async () => {
    const model = await new KNeighborsClassifier({ nNeighbors: 3 }).fit(
      line(7, 7, 7, 7),
      Uint8Array.of(2, 2, 2, 2),
    );
    expect([...(await model.predict(line(7, 0)))]).toEqual([2, 2]);
    expect([...(await model.kneighbors(line(7))).indices.data]).toEqual([0, 1, 2]);
  });

  it('refuses weights, NaN and other features than fitted', async () => {
    const x = line(1, 2, 3, 4, 5);
    const y = Uint8Array.of(0, 1, 0, 1, 0);
    const estimator = new KNeighborsClassifier();
    await expect(estimator.fit(x, y, { sampleWeight: [1, 1, 1, 1, 1] })).rejects.toMatchObject({
      code: 'E_OPTION',
    });
    const withNaN = ndArray(Float32Array.of(1, 2, Number.NaN, 4, 5), [5, 1]);
    await expect(estimator.fit(withNaN, y)).rejects.toMatchObject({ code: 'E_NOT_FINITE' });
    const model = await estimator.fit(x, y);
    await expect(model.predict(ndArray(new Uint8Array(2), [1, 2]))).rejects.toMatchObject({
      code: 'E_SHAPE',
    });
  });

  it('scores the share of right predictions', async () => {
    const model = await new KNeighborsClassifier({ nNeighbors: 1 }).fit(line(0, 10), Uint8Array.of(3, 4));
    expect(await model.score(line(1, 9, 8, 2), Uint8Array.of(3, 4, 3, 4))).toBe(0.5);
  });

  it('stops when aborted', async () => {
    const model = await new KNeighborsClassifier({ nNeighbors: 1 }).fit(line(1, 2), Uint8Array.of(0, 1));
    await expect(model.predict(line(1), { signal: AbortSignal.abort(new Error('stop')) })).rejects.toThrow(
      'stop',
    );
  });
});

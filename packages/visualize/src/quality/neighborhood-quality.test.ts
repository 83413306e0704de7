import { createRng, ndArray } from '@fashion-mnist/core';
import { describe, expect, it } from 'vitest';
import expected from '../../test/reference/quality.json' with { type: 'json' };
import { hashedPoints } from '../testing/hashed-points.ts';
import { continuity } from './continuity.ts';
import { neighborRecall } from './neighbor-recall.ts';
import { neighborhoodQuality } from './neighborhood-quality.ts';
import { trustworthiness } from './trustworthiness.ts';

const { samples, map } = hashedPoints(expected.count);

it('measures the points that scikit-learn has measured', () => {
  const sum = (values: Float32Array) => values.reduce((total, value) => total + value, 0);
  expect(sum(samples.data)).toBe(expected.sums.samples);
  expect(sum(map.data)).toBe(expected.sums.map);
});

describe.each(expected.neighborhoods)('with neighbourhoods of $neighborCount', (reference) => {
  const { neighborCount } = reference;

  // The reference sums whole numbers too, and divides in another order.
  it('equals scikit-learn', async () => {
    const quality = await neighborhoodQuality(samples, map, { neighborCount });
    expect(quality.trustworthiness).toBeCloseTo(reference.trustworthiness, 13);
    expect(quality.continuity).toBeCloseTo(reference.continuity, 13);
    expect(quality.neighborRecall).toBeCloseTo(reference.neighborRecall, 13);
    expect(quality.queryCount).toBe(expected.count);
  });

  it('gives each figure alone as well', async () => {
    const quality = await neighborhoodQuality(samples, map, { neighborCount });
    const alone = [trustworthiness, continuity, neighborRecall].map((measure) =>
      measure(samples, map, { neighborCount }),
    );
    const values = (await Promise.all(alone)).map(({ value }) => value);
    expect(values).toEqual([quality.trustworthiness, quality.continuity, quality.neighborRecall]);
  });
});

describe('neighborhoodQuality', () => {
  it('is 1 throughout for a map that is the samples themselves', async () => {
    expect(await neighborhoodQuality(map, map)).toEqual({
      trustworthiness: 1,
      continuity: 1,
      neighborRecall: 1,
      queryCount: 300,
    });
  });

  it('is 1 also where samples coincide', async () => {
    const twins = ndArray(
      Float32Array.from(map.data, (_, i) => map.data[i % 100] ?? 0),
      map.shape,
    );
    expect(await neighborhoodQuality(twins, twins, { neighborCount: 7 })).toMatchObject({
      trustworthiness: 1,
      continuity: 1,
      neighborRecall: 1,
    });
  });

  it('is about one half for a map by chance', async () => {
    const rng = createRng(3);
    const chance = ndArray(
      map.data.map(() => rng.nextFloat()),
      map.shape,
    );
    const quality = await neighborhoodQuality(samples, chance);
    expect(Math.abs(quality.trustworthiness - 0.5)).toBeLessThan(0.05);
    expect(Math.abs(quality.continuity - 0.5)).toBeLessThan(0.05);
    expect(quality.neighborRecall).toBeLessThan(0.1);
  });

  it('estimates from a sample of points, the same one for the same seed', async () => {
    const whole = await neighborhoodQuality(samples, map);
    const part = await neighborhoodQuality(samples, map, { queryCount: 100 });
    expect(part.queryCount).toBe(100);
    expect(Math.abs(part.trustworthiness - whole.trustworthiness)).toBeLessThan(0.02);
    expect(await neighborhoodQuality(samples, map, { queryCount: 100 })).toEqual(part);
    expect(await neighborhoodQuality(samples, map, { queryCount: 100, seed: 1 })).not.toEqual(part);
  });

  it('measures bytes as it measures the same numbers as floats', async () => {
    const bytes = ndArray(
      Uint8Array.from(samples.data, (value) => 10 * value),
      samples.shape,
    );
    const floats = ndArray(Float32Array.from(bytes.data), samples.shape);
    expect(await neighborhoodQuality(bytes, map)).toEqual(await neighborhoodQuality(floats, map));
  });

  it('tells its progress, and stops when it is aborted', async () => {
    const stages: string[] = [];
    await neighborhoodQuality(samples, map, {
      onProgress: ({ stage, completed, total }) => stages.push(`${stage} ${completed}/${total}`),
    });
    expect(stages.at(-1)).toBe('measure 300/300');
    const reason = new Error('enough');
    await expect(neighborhoodQuality(samples, map, { signal: AbortSignal.abort(reason) })).rejects.toBe(
      reason,
    );
  });

  it.each([
    { options: { neighborCount: 0 }, code: 'E_OPTION' },
    { options: { neighborCount: 2.5 }, code: 'E_OPTION' },
    { options: { neighborCount: 150 }, code: 'E_COUNT' },
    { options: { queryCount: 0 }, code: 'E_OPTION' },
    { options: { queryCount: Number.NaN }, code: 'E_OPTION' },
  ])('refuses $options', async ({ options, code }) => {
    await expect(neighborhoodQuality(samples, map, options)).rejects.toMatchObject({ code });
  });

  it.each([
    { name: 'another number of points', bad: ndArray(map.data.subarray(2), [299, 2]) },
    { name: 'three dimensions', bad: ndArray(new Float32Array(900), [300, 3]) },
    { name: 'a point at infinity', bad: ndArray(map.data.with(7, Infinity), [300, 2]) },
  ])('refuses a map of $name', async ({ bad }) => {
    await expect(neighborhoodQuality(samples, bad)).rejects.toMatchObject({ code: 'E_SHAPE' });
  });

  it('refuses no samples, one sample, and samples that are not finite', async () => {
    const nothing = ndArray(new Float32Array(0), [0, 2]);
    await expect(neighborhoodQuality(nothing, nothing)).rejects.toMatchObject({ code: 'E_COUNT' });
    const one = ndArray(new Float32Array(2), [1, 2]);
    await expect(neighborhoodQuality(one, one, { neighborCount: 1 })).rejects.toMatchObject({
      code: 'E_COUNT',
    });
    const bad = ndArray(samples.data.with(5, Number.NaN), samples.shape);
    await expect(neighborhoodQuality(bad, map)).rejects.toMatchObject({ code: 'E_NOT_FINITE' });
  });
});

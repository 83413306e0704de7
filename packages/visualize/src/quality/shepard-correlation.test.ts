import { ndArray } from '@fashion-mnist/core';
import { describe, expect, it } from 'vitest';
import expected from '../../test/reference/quality.json' with { type: 'json' };
import { hashedPoints } from '../testing/hashed-points.ts';
import { shepardCorrelation } from './shepard-correlation.ts';

const { samples, map } = hashedPoints(expected.count);

describe('shepardCorrelation', () => {
  it('equals SciPy over all pairs', async () => {
    const { value, pairCount } = await shepardCorrelation(samples, map);
    expect(pairCount).toBe((300 * 299) / 2);
    expect(value).toBeCloseTo(expected.shepardCorrelation, 12);
  });

  it('estimates from some pairs, the same ones for the same seed', async () => {
    const part = await shepardCorrelation(samples, map, { pairCount: 5000 });
    expect(part.pairCount).toBe(5000);
    expect(Math.abs(part.value - expected.shepardCorrelation)).toBeLessThan(0.01);
    expect(await shepardCorrelation(samples, map, { pairCount: 5000 })).toEqual(part);
    expect(await shepardCorrelation(samples, map, { pairCount: 5000, seed: 1 })).not.toEqual(part);
  });

  it('is 1 for a map that only stretches distances', async () => {
    const stretched = ndArray(
      map.data.map((value) => 8 * value),
      map.shape,
    );
    expect((await shepardCorrelation(map, stretched)).value).toBeCloseTo(1, 12);
  });

  it('is 0 for a map of a single place', async () => {
    expect((await shepardCorrelation(samples, ndArray(new Float32Array(600), [300, 2]))).value).toBe(0);
  });

  it('stops when it is aborted', async () => {
    const reason = new Error('enough');
    await expect(shepardCorrelation(samples, map, { signal: AbortSignal.abort(reason) })).rejects.toBe(
      reason,
    );
  });

  it('refuses what has no distances to compare', async () => {
    const two = ndArray(new Float32Array(4), [2, 2]);
    await expect(shepardCorrelation(two, two)).rejects.toMatchObject({ code: 'E_COUNT' });
    await expect(shepardCorrelation(samples, map, { pairCount: 1 })).rejects.toMatchObject({
      code: 'E_OPTION',
    });
    const bad = ndArray(samples.data.with(0, Number.NaN), samples.shape);
    await expect(shepardCorrelation(bad, map)).rejects.toMatchObject({ code: 'E_SHAPE' });
  });
});

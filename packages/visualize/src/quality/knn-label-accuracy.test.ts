import { ndArray } from '@fashion-mnist/core';
import { describe, expect, it } from 'vitest';
import expected from '../../test/reference/quality.json' with { type: 'json' };
import { hashedPoints } from '../testing/hashed-points.ts';
import { knnLabelAccuracy } from './knn-label-accuracy.ts';

const { map, labels } = hashedPoints(expected.count);

describe('knnLabelAccuracy', () => {
  it.each(expected.knnLabelAccuracy)(
    'equals scikit-learn with $neighborCount neighbours',
    async ({ neighborCount, value }) => {
      expect(await knnLabelAccuracy(map, labels, { neighborCount })).toEqual({
        value,
        queryCount: expected.count,
      });
    },
  );

  it('takes the smallest of the labels with as many votes', async () => {
    const line = ndArray(Float32Array.of(0, 0, 1, 0, -1, 0), [3, 2]);
    expect((await knnLabelAccuracy(line, Uint8Array.of(4, 9, 4), { neighborCount: 2 })).value).toBe(2 / 3);
    expect((await knnLabelAccuracy(line, Uint8Array.of(9, 9, 4), { neighborCount: 2 })).value).toBe(0);
  });

  it('measures a sample of the points when it is told to', async () => {
    const { value, queryCount } = await knnLabelAccuracy(map, labels, { queryCount: 50 });
    expect(queryCount).toBe(50);
    expect(Number.isInteger(value * 50)).toBe(true);
  });

  it('stops when it is aborted', async () => {
    const reason = new Error('enough');
    const signal = AbortSignal.abort(reason);
    await expect(knnLabelAccuracy(map, labels, { signal })).rejects.toBe(reason);
  });

  it('refuses more neighbours than there are, and labels that do not fit', async () => {
    await expect(knnLabelAccuracy(map, labels, { neighborCount: 300 })).rejects.toMatchObject({
      code: 'E_COUNT',
    });
    await expect(knnLabelAccuracy(map, labels, { neighborCount: 0 })).rejects.toMatchObject({
      code: 'E_OPTION',
    });
    await expect(knnLabelAccuracy(map, labels.subarray(1))).rejects.toMatchObject({ code: 'E_SHAPE' });
  });
});

import { describe, expect, it } from 'vitest';
import { featureGroups } from './feature-groups.ts';

function groupsOf(featureShape: readonly number[]): number[][] {
  const { members, fineStarts, fineCount } = featureGroups(featureShape);
  return Array.from({ length: fineCount }, (_, group) => [
    ...members.subarray(fineStarts[group], fineStarts[group + 1]),
  ]);
}

describe('featureGroups', () => {
  it('parts pictures in squares', () => {
    const { coarseOf, coarseCount } = featureGroups([3, 6]);
    expect(groupsOf([3, 6])).toEqual([
      [0, 1, 6, 7],
      [2, 3, 8, 9],
      [4, 5, 10, 11],
      [12, 13],
      [14, 15],
      [16, 17],
    ]);
    expect([...coarseOf]).toEqual([0, 0, 1, 0, 0, 1]);
    expect(coarseCount).toBe(2);
    const large = featureGroups([28, 28]);
    expect([large.fineCount, large.coarseCount]).toEqual([196, 49]);
  });

  it('keeps the channels of a pixel together', () => {
    expect(groupsOf([1, 4, 2])).toEqual([
      [0, 1, 2, 3],
      [4, 5, 6, 7],
    ]);
  });

  it('takes a square number of features in a row for a picture', () => {
    expect(featureGroups([784])).toEqual(featureGroups([28, 28]));
  });

  it('parts other features in runs', () => {
    expect(groupsOf([10])).toEqual([
      [0, 1, 2, 3],
      [4, 5, 6, 7],
      [8, 9],
    ]);
    expect([...featureGroups([18]).coarseOf]).toEqual([0, 0, 0, 0, 1]);
  });

  it('makes greater groups of very many features', () => {
    expect(featureGroups([100_000]).fineCount).toBe(6250);
    expect(featureGroups([512, 512]).fineCount).toBe(4096);
  });
});

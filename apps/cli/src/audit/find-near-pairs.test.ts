import { ndArray } from '@fashion-mnist/core';
import { exactNeighbors } from '@fashion-mnist/kernels';
import { expect, it } from 'vitest';
import { findNearPairs } from './find-near-pairs.ts';

/** Four pixels each: by root mean square 0, 2, 4 and 200 levels away from the first. */
const images = ndArray(
  Uint8Array.from(
    [
      [10, 10, 10, 10],
      [10, 10, 10, 10],
      [12, 8, 12, 8],
      [10, 10, 10, 18],
      [210, 210, 210, 210],
    ].flat(),
  ),
  [5, 2, 2],
);

it('measures in grey levels, and takes identical images for no near pair', async () => {
  const neighbors = await exactNeighbors(images, { neighborCount: 5 });
  const { pairs, crowdedCount } = findNearPairs({ images }, neighbors, 4);
  const wanted = [
    { first: 0, second: 2, distance: 2 },
    { first: 1, second: 2, distance: 2 },
    { first: 0, second: 3, distance: 4 },
    { first: 1, second: 3, distance: 4 },
  ];
  expect(pairs).toEqual(wanted.map((pair) => ({ ...pair, distance: expect.closeTo(pair.distance, 5) })));
  expect(crowdedCount).toBe(0);
});

it('counts the images that may have more near ones than were looked at', async () => {
  const neighbors = await exactNeighbors(images, { neighborCount: 2 });
  expect(findNearPairs({ images }, neighbors, 2).crowdedCount).toBe(3);
});

import { ndArray } from '@fashion-mnist/core';
import { expect, it } from 'vitest';
import { findDuplicates } from './find-duplicates.ts';

it('groups images of the same bytes, in order, and no others', () => {
  const images = ndArray(Uint8Array.of(1, 2, 3, 4, 1, 2, 2, 1, 3, 4, 1, 2), [6, 1, 2]);
  expect(findDuplicates({ images })).toEqual([
    [0, 2, 5],
    [1, 4],
  ]);
});

import { expect, it } from 'vitest';
import { countConfusions, imagesInCell, shareOfCell } from './count-confusions.ts';

const labels = Uint8Array.of(0, 1, 1, 2, 1);
const predicted = Uint8Array.of(0, 1, 2, 2, 2);

it('counts images by class and answer', () => {
  expect([...countConfusions(labels, predicted, 3).counts]).toEqual([1, 0, 0, 0, 1, 2, 0, 0, 1]);
});

it('finds the images of a cell', () => {
  expect([...imagesInCell(labels, predicted, { label: 1, answer: 2 })]).toEqual([2, 4]);
  expect([...imagesInCell(labels, predicted, { label: 0, answer: 2 })]).toEqual([]);
});

it('says which share of its class a cell has', () => {
  const confusions = countConfusions(labels, predicted, 4);
  expect(shareOfCell(confusions, { label: 1, answer: 2 })).toEqual({ count: 2, share: 2 / 3 });
  expect(shareOfCell(confusions, { label: 3, answer: 3 })).toEqual({ count: 0, share: 0 });
});

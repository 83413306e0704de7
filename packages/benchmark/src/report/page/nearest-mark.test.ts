import { describe, expect, it } from 'vitest';
import { nearestMark } from './nearest-mark.ts';

const marks = [
  { x: 10, y: 10 },
  { x: 14, y: 10 },
  { x: 100, y: 100 },
];

describe('nearestMark', () => {
  it.each([
    { x: 11, y: 10, index: 0 },
    { x: 13, y: 10, index: 1 },
    { x: 100, y: 117, index: 2 },
    { x: 100, y: 119, index: undefined },
    { x: 50, y: 50, index: undefined },
  ])('is number $index at $x, $y', ({ x, y, index }) => {
    expect(nearestMark(marks, x, y)).toBe(index === undefined ? undefined : marks[index]);
  });
});

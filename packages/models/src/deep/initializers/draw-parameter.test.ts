import { createRng } from '@fashion-mnist/core';
import { describe, expect, it } from 'vitest';
import { drawParameter } from './draw-parameter.ts';
import { HE_NORMAL, type Initializer } from './initializer.ts';

const SHAPE = [3, 3, 40, 60] as const;
const draw = (initializer: Initializer, shape: readonly number[] = SHAPE): number[] => [
  ...drawParameter(initializer, shape, createRng(4)),
];
const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
const deviation = (values: readonly number[]) => Math.sqrt(mean(values.map((value) => value ** 2)));

/** Of 21,600 values, a deviation is off by 0.5 % and a mean by 0.7 % of the deviation in one case of three. */
const TOLERANCE = 0.025;

describe('drawParameter', () => {
  it.each<[string, Initializer, number]>([
    ['normal', { kind: 'normal', deviation: 0.3 }, 0.3],
    ['truncated normal', { kind: 'truncated-normal', deviation: 0.3 }, 0.3 * 0.8796],
    ['uniform', { kind: 'uniform', limit: 0.6 }, 0.6 / Math.sqrt(3)],
    ['He normal', HE_NORMAL, Math.sqrt(2 / 360)],
    [
      'variance scaled by fan-out',
      { kind: 'variance-scaling', scale: 1, fan: 'out', distribution: 'uniform' },
      Math.sqrt(1 / 540),
    ],
    [
      'variance scaled by both fans',
      { kind: 'variance-scaling', scale: 1, fan: 'average', distribution: 'truncated-normal' },
      Math.sqrt(1 / 450),
    ],
  ])('%s has its mean and deviation', (_name, initializer, expected) => {
    const values = draw(initializer);
    expect(Math.abs(mean(values)) / expected).toBeLessThan(TOLERANCE);
    expect(Math.abs(deviation(values) / expected - 1)).toBeLessThan(TOLERANCE);
  });

  it('keeps truncated values within two deviations, and uniform ones within the limit', () => {
    const largest = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, Math.abs(b)), 0);
    expect(largest(draw({ kind: 'truncated-normal', deviation: 0.5 }))).toBeLessThanOrEqual(1);
    expect(largest(draw({ kind: 'uniform', limit: 0.25 }))).toBeLessThanOrEqual(0.25);
  });

  it('fills in constants', () => {
    expect(draw({ kind: 'constant', value: 0.1 }, [3])).toEqual(new Array(3).fill(Math.fround(0.1)));
  });

  it.each([
    [4, 9],
    [9, 4],
    [5, 5],
  ])('gives a matrix of %i x %i orthonormal rows or columns', (rows, columns) => {
    const values = draw({ kind: 'orthogonal', gain: 2 }, [rows, columns]);
    const count = Math.min(rows, columns);
    const vector = (index: number) =>
      rows <= columns
        ? values.slice(index * columns, (index + 1) * columns)
        : values.filter((_, i) => i % columns === index);
    for (let a = 0; a < count; a++)
      for (let b = 0; b <= a; b++) {
        const product = vector(a).reduce((total, value, i) => total + value * vector(b)[i]!, 0);
        expect(product).toBeCloseTo(a === b ? 4 : 0, 5);
      }
  });

  it('draws the same from the same stream, and something else from another', () => {
    expect(draw(HE_NORMAL)).toEqual(draw(HE_NORMAL));
    expect([...drawParameter(HE_NORMAL, SHAPE, createRng(5))]).not.toEqual(draw(HE_NORMAL));
  });
});

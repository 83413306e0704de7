import { describe, expect, it } from 'vitest';
import { axisTicks } from './axis-ticks.ts';

describe('axisTicks', () => {
  it.each([
    [0.31, 0.69, ['0.3', '0.4', '0.5', '0.6', '0.7']],
    [0, 10, ['0', '2', '4', '6', '8', '10']],
    [0.9201, 0.9342, ['0.920', '0.925', '0.930', '0.935']],
    [-30, 120, ['-50', '0', '50', '100', '150']],
  ])('has round marks around %d to %d', (least, greatest, labels) => {
    expect(axisTicks(least, greatest, 5).labels).toEqual(labels);
  });

  it('has no marks between whole numbers where those alone have a meaning', () => {
    expect(axisTicks(1, 3, 8, 1).values).toEqual([1, 2, 3]);
  });

  it('has two marks at least, also around a single value', () => {
    expect(axisTicks(1, 1, 8, 1).values).toEqual([1, 2]);
    const { values } = axisTicks(0.5, 0.5, 5);
    expect(values[0]).toBeLessThanOrEqual(0.5);
    expect(values.at(-1)).toBeGreaterThan(0.5);
  });
});

import { describe, expect, it } from 'vitest';
import { interval, pairOf, spread, toInterval } from './pair-rules.ts';

describe('rules of pairs', () => {
  it('accept two numbers within the range', () => {
    const rule = pairOf([0, 0], { min: 0, max: 1 });
    expect(
      [
        [0, 1],
        [1, 0.5],
      ].every((value) => rule.accepts(value)),
    ).toBe(true);
    expect([[0], [0, 1, 0], [0, 2], ['0', 1], 0, null].some((value) => rule.accepts(value))).toBe(false);
  });

  it('accept an interval that does not run backwards', () => {
    expect(interval([0, 1]).accepts([2, 2])).toBe(true);
    expect(interval([0, 1]).accepts([2, 1])).toBe(false);
  });

  it('accept one number for both directions, where both are within the range', () => {
    const rule = spread(0, { min: -1, max: 9 });
    expect([0, 1, [-1, 9]].every((value) => rule.accepts(value))).toBe(true);
    expect([-1, 2, Number.NaN, [9, -1], '1', undefined].some((value) => rule.accepts(value))).toBe(false);
    expect(toInterval(3)).toEqual([-3, 3]);
    expect(toInterval([1, 2])).toEqual([1, 2]);
  });

  it('read the text of a command line', () => {
    expect(interval([0, 1]).parse('0.5, 2')).toEqual([0.5, 2]);
    expect(interval([0, 1]).parse('2,1')).toBeUndefined();
    expect(spread(0).parse('15')).toBe(15);
    expect(spread(0).parse('-5,15')).toEqual([-5, 15]);
    expect(spread(0).parse('-5')).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { judge } from './judge.ts';

const medians = new Map([
  ['ours', 10],
  ['peer', 25],
]);

describe('judge', () => {
  it.each([
    [{ atLeast: 2.5 }, 'met'],
    [{ atLeast: 2.6 }, 'not met'],
    [{ atMost: 2.5 }, 'met'],
    [{ atMost: 2.4 }, 'not met'],
  ] as const)('holds the quotient of the medians against %j', (bound, verdict) => {
    expect(judge({ of: 'peer', to: 'ours', bound }, medians)).toMatchObject({ reached: 2.5, verdict });
  });

  it('holds the median itself against a target without a divisor', () => {
    expect(judge({ of: 'ours', bound: { atMost: 10 } }, medians)).toMatchObject({
      reached: 10,
      verdict: 'met',
    });
  });

  it.each([
    [{ bound: { atLeast: 2 }, aim: 2.5 }, 'aim met'],
    [{ bound: { atLeast: 2 }, aim: 3 }, 'met'],
    [{ bound: { atLeast: 2.6 }, aim: 3 }, 'not met'],
    [{ bound: { atMost: 4 }, aim: 2.5 }, 'aim met'],
    [{ bound: { atMost: 4 }, aim: 2 }, 'met'],
  ] as const)('tells a bound that is met from an aim that is, too: %j', (wanted, verdict) => {
    expect(judge({ of: 'peer', to: 'ours', ...wanted }, medians).verdict).toBe(verdict);
  });

  it('holds the difference of the medians against a target that subtracts', () => {
    expect(judge({ of: 'ours', minus: 'peer', bound: { atLeast: -15 } }, medians)).toMatchObject({
      reached: -15,
      verdict: 'met',
    });
  });

  it.each([
    { of: 'missing', to: 'ours' },
    { of: 'ours', to: 'missing' },
    { of: 'ours', minus: 'missing' },
  ])('leaves a target open where a contender is absent', (names) => {
    expect(judge({ ...names, bound: { atMost: 1 } }, medians).verdict).toBe('absent');
  });
});

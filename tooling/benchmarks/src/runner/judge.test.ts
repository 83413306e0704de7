import { describe, expect, it } from 'vitest';
import { judge } from './judge.ts';

const fixed = (median: number) => ({ median, min: 0, max: 1000 });
const summaries = new Map([
  ['ours', fixed(10)],
  ['peer', fixed(25)],
]);

describe('judge', () => {
  it.each([
    [{ atLeast: 2.5 }, 'met'],
    [{ atLeast: 2.6 }, 'not met'],
    [{ atMost: 2.5 }, 'met'],
    [{ atMost: 2.4 }, 'not met'],
  ] as const)('holds the quotient of the medians against %j', (bound, verdict) => {
    expect(judge({ of: 'peer', to: 'ours', bound }, summaries)).toMatchObject({ reached: 2.5, verdict });
  });

  it('holds the median itself against a target without a divisor', () => {
    expect(judge({ of: 'ours', bound: { atMost: 10 } }, summaries)).toMatchObject({
      reached: 10,
      verdict: 'met',
    });
  });

  it.each([
    { of: 'missing', to: 'ours' },
    { of: 'ours', to: 'missing' },
  ])('leaves a target open where a contender is absent', (names) => {
    expect(judge({ ...names, bound: { atMost: 1 } }, summaries).verdict).toBe('absent');
  });
});

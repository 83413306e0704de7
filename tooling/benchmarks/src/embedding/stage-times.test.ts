import { describe, expect, it } from 'vitest';
import { createStageTimes, WHOLE } from './stage-times.ts';

describe('createStageTimes', () => {
  const times = createStageTimes();
  times.add(10, new Map([['search', 3]]));
  times.add(10, new Map([['search', 9]]));
  times.add(10, new Map([['search', 4]]));
  times.add(
    20,
    new Map([
      ['search', 8],
      ['optimise', 2],
    ]),
  );

  it('takes the median over the runs', () => {
    expect(times.median(10, 'search')).toBe(4);
  });

  it('adds the stages of a run up', () => {
    expect(times.median(20, WHOLE)).toBe(10);
  });

  it('counts a stage that did not occur as no time, and leaves it out of the medians by size', () => {
    expect(times.median(10, 'optimise')).toBe(0);
    expect(times.medians('optimise')).toEqual([[20, 2]]);
  });

  it('lists a stage by size', () => {
    expect(times.medians('search')).toEqual([
      [10, 4],
      [20, 8],
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { stageClock } from './stage-clock.ts';

/** Reports, each at a time in ms, from a clock that starts at 0. */
function stagesOf(
  reports: readonly (readonly [time: number, stage: string, completed: number])[],
  end: number,
) {
  let time = 0;
  const clock = stageClock(() => time);
  for (const [at, stage, completed] of reports) {
    time = at;
    clock.onProgress({ stage, completed, total: 10, unit: 'items' });
  }
  time = end;
  return Object.fromEntries(clock.stop());
}

describe('stageClock', () => {
  it('gives the time before a report to the stage that is reported', () => {
    expect(
      stagesOf(
        [
          [3, 'search', 5],
          [7, 'search', 10],
          [9, 'optimise', 10],
        ],
        9,
      ),
    ).toEqual({
      search: 7,
      optimise: 2,
      end: 0,
    });
  });

  it('gives the time before a stage begins to the one before', () => {
    expect(
      stagesOf(
        [
          [1, 'search', 0],
          [5, 'search', 10],
          [6, 'optimise', 0],
          [8, 'optimise', 10],
        ],
        9,
      ),
    ).toEqual({
      begin: 1,
      search: 5,
      optimise: 2,
      end: 1,
    });
  });

  it('adds up to the whole time', () => {
    const stages = stagesOf(
      [
        [2, 'a', 1],
        [4, 'b', 1],
        [5, 'a', 2],
      ],
      11,
    );
    expect(Object.values(stages).reduce((sum, time) => sum + time)).toBe(11);
  });
});

import { describe, expect, it } from 'vitest';
import golden from '../../../test/golden/training.json' with { type: 'json' };
import { expectClose } from '../../testing/close.ts';
import { constant } from './constant.ts';
import { cosine } from './cosine.ts';
import { learningRate, parseSchedule, type Schedule } from './schedule.ts';

const rates = (schedule: Schedule, stepCount: number) =>
  Array.from({ length: stepCount }, (_, at) => learningRate(schedule, at, stepCount));

describe.each(golden.schedules.map((each) => ({ name: JSON.stringify(each.schedule), ...each })))(
  '$name',
  ({ schedule, rates: expected }) => {
    it('has the learning rates of PyTorch', () => {
      expectClose(rates(parseSchedule(schedule), golden.scheduleSteps), expected, 1e-11);
    });

    it('has positive rates for trainings of any length', () => {
      for (const stepCount of [1, 2, 3, 7, 1001])
        expect(rates(parseSchedule(schedule), stepCount).every((rate) => rate > 0)).toBe(true);
    });
  },
);

it('stays where it is, if constant', () => {
  expect(rates(constant({ rate: 0.5 }), 3)).toEqual([0.5, 0.5, 0.5]);
});

it('rises in a straight line before it falls along a cosine, if there is a warm-up', () => {
  const warm = rates(cosine({ rate: 1, warmup: 0.2 }), 10);
  expect(warm.slice(0, 2)).toEqual([0.5, 1]);
  expectClose(warm.slice(2), rates(cosine({ rate: 1 }), 8), 1e-12);
});

it('goes to JSON and back', () => {
  const schedule = parseSchedule({ kind: 'step', milestones: [0.5] });
  expect(parseSchedule(JSON.parse(JSON.stringify(schedule)))).toEqual(schedule);
});

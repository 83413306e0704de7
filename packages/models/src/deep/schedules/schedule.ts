import { parseDescribed } from '../described/parse-described.ts';
import { type ConstantSchedule, constant, constantRate } from './constant.ts';
import { type CosineSchedule, cosine, cosineRate } from './cosine.ts';
import { type CyclicalSchedule, cyclical, cyclicalRate } from './cyclical.ts';
import { type OneCycleSchedule, oneCycle, oneCycleRate } from './one-cycle.ts';
import { type StepSchedule, step, stepRate } from './step.ts';

/** How the learning rate moves in the course of a training, as plain data. */
export type Schedule = ConstantSchedule | CosineSchedule | CyclicalSchedule | OneCycleSchedule | StepSchedule;

const MAKERS = { constant, cosine, cyclical, 'one-cycle': oneCycle, step };

/**
 * A schedule from JSON, checked; options that are left out take their defaults.
 *
 * @throws {ModelsError} `E_OPTION` - it describes none.
 */
export function parseSchedule(description: unknown): Schedule {
  return parseDescribed('schedule', MAKERS, description);
}

/**
 * The learning rate of a step.
 *
 * @param at - Number of the step in the whole training, `0 <= at < stepCount`.
 * @param stepCount - Steps of the whole training: epochs times batches.
 */
export function learningRate(schedule: Schedule, at: number, stepCount: number): number {
  switch (schedule.kind) {
    case 'constant':
      return constantRate(schedule);
    case 'cosine':
      return cosineRate(schedule, at, stepCount);
    case 'cyclical':
      return cyclicalRate(schedule, at, stepCount);
    case 'one-cycle':
      return oneCycleRate(schedule, at, stepCount);
    case 'step':
      return stepRate(schedule, at, stepCount);
  }
}

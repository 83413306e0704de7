import { expect, it } from 'vitest';
import { TimeLeft } from './time-left.ts';

function timeLeft(workers: number, ...expected: readonly number[]): TimeLeft {
  const time = new TimeLeft(workers);
  for (const seconds of expected) time.add(seconds);
  return time;
}

it('is what is expected, as long as nothing was measured', () => {
  expect(timeLeft(1, 10, 20).seconds([])).toBe(30);
});

it('is shared by the workers', () => {
  expect(timeLeft(3, 10, 20).seconds([])).toBe(10);
});

it('follows the pace that was measured', () => {
  const time = timeLeft(1, 10, 20, 30);
  time.finish(10, 5);
  expect(time.seconds([])).toBe(25);
});

it('learns nothing from a job that was dropped', () => {
  const time = timeLeft(1, 10, 20);
  time.drop(20);
  expect(time.seconds([])).toBe(10);
});

it('leaves out what is over of a job that runs, but no more than the job', () => {
  const time = timeLeft(1, 10, 20);
  expect(time.seconds([{ expectedSeconds: 10, elapsedSeconds: 4 }])).toBe(26);
  expect(time.seconds([{ expectedSeconds: 10, elapsedSeconds: 400 }])).toBe(20);
});

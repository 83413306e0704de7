import { describe, expect, it } from 'vitest';
import { createTimeLeft, describeTimeLeft } from './time-left.ts';

const at = (completed: number, stage = 'trees') => ({ stage, completed, total: 100, unit: 'trees' });

describe('createTimeLeft', () => {
  it('goes by the pace of the stage', () => {
    const timeLeft = createTimeLeft();
    timeLeft(at(0), 1000);
    expect(timeLeft(at(25), 6000)).toBe(15);
    expect(timeLeft(at(50), 6000)).toBe(5);
  });

  it('says nothing before it has seen enough', () => {
    const timeLeft = createTimeLeft();
    expect(timeLeft(at(0), 0)).toBeUndefined();
    expect(timeLeft(at(50), 1500)).toBeUndefined();
    expect(timeLeft(at(1), 9000)).toBeUndefined();
  });

  it('begins anew with a stage, and when one is done again', () => {
    const timeLeft = createTimeLeft();
    timeLeft(at(0), 0);
    timeLeft(at(90), 9000);
    expect(timeLeft(at(50, 'predict'), 10_000)).toBeUndefined();
    expect(timeLeft(at(75, 'predict'), 15_000)).toBe(5);
    expect(timeLeft(at(0, 'predict'), 20_000)).toBeUndefined();
    expect(timeLeft(at(50, 'predict'), 25_000)).toBe(5);
  });
});

describe('describeTimeLeft', () => {
  it.each([
    [0.2, '1 s left'],
    [59, '59 s left'],
    [75, '1 min 15 s left'],
    [7300, '2 h 1 min left'],
  ])('says %d seconds', (seconds, text) => {
    expect(describeTimeLeft(seconds)).toBe(text);
  });
});

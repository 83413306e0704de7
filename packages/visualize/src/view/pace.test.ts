import { describe, expect, it } from 'vitest';
import { Pace } from './pace.ts';

function paceAfter(pace: Pace, intervals: readonly number[], startMs = 0): number {
  return intervals.reduce((now, interval) => {
    pace.record(now + interval);
    return now + interval;
  }, startMs);
}

const slow = new Array<number>(20).fill(90);
const fast = new Array<number>(20).fill(16);

describe('Pace', () => {
  it('leaves nothing out while frames are fast', () => {
    const pace = new Pace();
    paceAfter(pace, fast);
    expect([pace.step, pace.resolution]).toEqual([1, 1]);
  });

  it('leaves out more and more while frames are slow', () => {
    const pace = new Pace();
    paceAfter(pace, slow.slice(0, 6));
    expect([pace.step, pace.resolution]).toEqual([2, 1]);
    paceAfter(pace, slow, 540);
    expect([pace.step, pace.resolution]).toEqual([8, 0.5]);
  });

  it('takes everything back when frames are fast again', () => {
    const pace = new Pace();
    const now = paceAfter(pace, slow);
    paceAfter(pace, fast, now);
    expect(pace.step).toBe(1);
  });

  it('does not take a pause for a slow frame', () => {
    const pace = new Pace();
    paceAfter(pace, new Array<number>(20).fill(5000));
    expect(pace.step).toBe(1);
  });
});

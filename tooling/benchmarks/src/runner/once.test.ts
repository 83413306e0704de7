import { describe, expect, it } from 'vitest';
import { once } from './once.ts';

describe('once', () => {
  it('computes at the first call only, also where the result is undefined', () => {
    let calls = 0;
    const compute = once(() => {
      calls++;
      return undefined;
    });
    expect(calls).toBe(0);
    expect([compute(), compute()]).toEqual([undefined, undefined]);
    expect(calls).toBe(1);
  });
});

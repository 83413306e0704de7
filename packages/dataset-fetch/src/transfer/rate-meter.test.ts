import { describe, expect, it } from 'vitest';
import { createRateMeter } from './rate-meter.ts';

describe('createRateMeter', () => {
  it('gives a steady rate exactly, from the first moment on and whatever the intervals', () => {
    const meter = createRateMeter(5000, 0);
    for (const ms of [10, 60, 61, 500, 2000, 9000]) {
      expect(meter.update(5000 + 3 * ms, ms)).toBeCloseTo(3000, 6);
    }
  });

  it('has taken on 1 - 1/e of a change after a second', () => {
    const meter = createRateMeter(0, 0);
    for (let ms = 50; ms <= 60_000; ms += 50) meter.update(ms, ms);
    let rate: number | undefined;
    for (let ms = 50; ms <= 1000; ms += 50) rate = meter.update(60_000, 60_000 + ms);
    expect(rate).toBeCloseTo(1000 / Math.E, 3);
  });

  it('knows nothing before any time has passed', () => {
    expect(createRateMeter(0, 7).update(100, 7)).toBeUndefined();
  });

  it('counts what comes at the same moment with what follows', () => {
    const meter = createRateMeter(0, 0);
    meter.update(100, 100);
    expect(meter.update(150, 100)).toBeCloseTo(1000, 6);
    expect(meter.update(200, 200)).toBeCloseTo(1000, 6);
  });
});

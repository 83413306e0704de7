import { describe, expect, it } from 'vitest';
import { createInkRamp } from './ink-ramp.ts';

const ramp = createInkRamp([200, 100, 50]);
const at = (ink: number) => [...ramp.subarray(4 * ink, 4 * ink + 4)];

describe('createInkRamp', () => {
  it('leaves the background transparent', () => {
    expect(at(0)[3]).toBe(0);
  });

  it('hides what is below full ink', () => {
    expect(at(255)[3]).toBe(255);
  });

  it('never gets darker or more transparent with more ink', () => {
    for (let ink = 1; ink < 256; ink++) {
      at(ink).forEach((channel, i) => {
        expect(channel).toBeGreaterThanOrEqual(at(ink - 1)[i] as number);
      });
    }
  });
});

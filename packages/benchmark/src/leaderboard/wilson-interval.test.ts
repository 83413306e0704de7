import { describe, expect, it } from 'vitest';
import { wilsonInterval } from './wilson-interval.ts';

describe('wilsonInterval', () => {
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])("gives Newcombe's interval of %i of %i", (correct, count, low, high) => {
    const [ours, upper] = wilsonInterval(correct, count);
    expect(ours).toBeCloseTo(low, 4);
    expect(upper).toBeCloseTo(high, 4);
  });

  it('is the mirror image for the wrong ones', () => {
    const [low, high] = wilsonInterval(3, 40);
    const [mirroredLow, mirroredHigh] = wilsonInterval(37, 40);
    expect(mirroredLow).toBeCloseTo(1 - high, 12);
    expect(mirroredHigh).toBeCloseTo(1 - low, 12);
  });
});

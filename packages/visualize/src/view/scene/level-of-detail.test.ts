import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dotRadius, pictureOpacity, pictureSize, pointSize } from './level-of-detail.ts';

const spacings = fc.double({ min: 0, max: 1e4, noNaN: true });

describe('the level of detail', () => {
  it('grows with the room there is', () => {
    fc.assert(
      fc.property(spacings, spacings, (a, b) => {
        const [near, far] = [Math.min(a, b), Math.max(a, b)];
        for (const sizeOf of [dotRadius, pictureOpacity, pictureSize]) {
          expect(sizeOf(near)).toBeLessThanOrEqual(sizeOf(far));
        }
      }),
    );
  });

  it('is dots from afar and pictures from near', () => {
    expect(pictureOpacity(5)).toBe(0);
    expect(pictureOpacity(40)).toBe(1);
  });

  it('is a dot as long as there is no picture', () => {
    expect(pointSize(40, false)).toBe(2 * dotRadius(40));
    expect(pointSize(40, true)).toBe(pictureSize(40));
  });
});

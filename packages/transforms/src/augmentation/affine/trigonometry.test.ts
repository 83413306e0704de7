import { describe, expect, it } from 'vitest';
import { cosine, sine, tangent } from './trigonometry.ts';

describe('sine, cosine and tangent of degrees', () => {
  it('are those of the radians', () => {
    for (let degrees = -720; degrees <= 720; degrees += 0.37) {
      const radians = (degrees * Math.PI) / 180;
      expect(sine(degrees)).toBeCloseTo(Math.sin(radians), 14);
      expect(cosine(degrees)).toBeCloseTo(Math.cos(radians), 14);
      if (Math.abs(cosine(degrees)) > 0.1) expect(tangent(degrees)).toBeCloseTo(Math.tan(radians), 12);
    }
  });

  it.each([
    [-450, -1, 0],
    [-180, 0, -1],
    [0, 0, 1],
    [90, 1, 0],
    [180, 0, -1],
    [270, -1, 0],
    [3600, 0, 1],
  ])('are exact at %d degrees', (degrees, expectedSine, expectedCosine) => {
    expect(sine(degrees) === expectedSine).toBe(true);
    expect(cosine(degrees) === expectedCosine).toBe(true);
  });
});

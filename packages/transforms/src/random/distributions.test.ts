import { describe, expect, it } from 'vitest';
import golden from '../../test/golden/scipy-distributions.json' with { type: 'json' };
import { imageRandom } from './image-random.ts';
import { portableExp, portableLog } from './portable-math.ts';
import { standardNormal } from './standard-normal.ts';
import { symmetricBeta } from './symmetric-beta.ts';

const DRAWS = 200_000;

function draws(draw: () => number): Float64Array {
  return Float64Array.from({ length: DRAWS }, draw);
}

function mean(values: Float64Array, of = (value: number) => value): number {
  return values.reduce((sum, value) => sum + of(value), 0) / values.length;
}

/** Five standard errors of a mean: a right generator lies outside for one seed in 1.7 million. */
function bound(standardDeviation: number): number {
  return (5 * standardDeviation) / Math.sqrt(DRAWS);
}

describe('portableLog', () => {
  it.each(golden.log)('of $x is right to 1e-15', ({ x, value }) => {
    expect(Math.abs(portableLog(x) - value)).toBeLessThanOrEqual(1e-15 * Math.abs(value));
  });
});

describe('portableExp', () => {
  it.each(golden.exp)('of $x is right to 1e-13', ({ x, value }) => {
    expect(Math.abs(portableExp(x) - value)).toBeLessThanOrEqual(1e-13 * value);
  });

  it.each([1e-9, 0.3, 1, Math.LN2, 13.8, 700])('of %s is right to 1e-12', (x) => {
    expect(Math.abs(portableExp(x) / Math.exp(x) - 1)).toBeLessThan(1e-12);
  });

  it('is 0 where a double cannot be so small, and infinite where it cannot be so great', () => {
    expect(portableExp(800)).toBe(Number.POSITIVE_INFINITY);
    expect(portableExp(-800)).toBe(0);
    expect(portableExp(Number.NEGATIVE_INFINITY)).toBe(0);
  });
});

describe('standardNormal', () => {
  it.each(golden.normalQuantiles)('of the word $word is the quantile to 1.2e-7', ({ word, value }) => {
    expect(Math.abs(standardNormal(word) - value)).toBeLessThanOrEqual(1.2e-7 * Math.abs(value));
  });

  it('is symmetric around 0', () => {
    for (const word of [0, 1, 77, 3e8, 1.9e9, 2 ** 31 - 1])
      expect(standardNormal(2 ** 32 - 1 - word)).toBe(-standardNormal(word));
  });

  it('has the moments of the distribution', () => {
    const random = imageRandom('test', { seed: 20 }, 1);
    random.start(0);
    const values = draws(() => standardNormal(random.nextUint32()));
    // The moments of order 2, 4, 6 and 8 are 1, 3, 15 and 105.
    expect(Math.abs(mean(values))).toBeLessThan(bound(1));
    expect(Math.abs(mean(values, (value) => value ** 2) - 1)).toBeLessThan(bound(Math.sqrt(3 - 1)));
    expect(Math.abs(mean(values, (value) => value ** 3))).toBeLessThan(bound(Math.sqrt(15)));
    expect(Math.abs(mean(values, (value) => value ** 4) - 3)).toBeLessThan(bound(Math.sqrt(105 - 9)));
  });
});

describe('symmetricBeta', () => {
  it.each(golden.beta)('has the distribution function and variance of Beta($alpha, $alpha)', (expected) => {
    const random = imageRandom('test', { seed: 21 }, 1);
    random.start(0);
    const values = draws(() => symmetricBeta(random, expected.alpha));
    expect(values.every((value) => value >= 0 && value <= 1)).toBe(true);
    for (const { x, probability } of expected.distribution) {
      const share = mean(values, (value) => (value <= x ? 1 : 0));
      expect(Math.abs(share - probability)).toBeLessThanOrEqual(
        bound(Math.sqrt(probability * (1 - probability))),
      );
    }
    const squares = mean(values, (value) => (value - 0.5) ** 2);
    expect(Math.abs(squares - expected.variance)).toBeLessThan(bound(expected.deviationOfSquares));
  });

  it.each([1e-300, 1e-9, 1e9, 1e300])('stays within 0..1 for the extreme alpha %s', (alpha) => {
    const random = imageRandom('test', {}, 1000);
    for (let image = 0; image < 1000; image++) {
      random.start(image);
      const share = symmetricBeta(random, alpha);
      expect(alpha < 1 ? [0, 1] : [0.5]).toContain(Math.round(share * 1e3) / 1e3);
    }
  });
});

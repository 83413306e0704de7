import { expect, it } from 'vitest';
import { errorFunction } from './error-function.ts';

/** From scipy.special.erf. */
const KNOWN = [
  [1e-9, 1.1283791670955127e-9],
  [0.1, 0.1124629160182849],
  [0.5, 0.5204998778130465],
  [1, 0.8427007929497148],
  [2.9, 0.9999589021219005],
  [3.1, 0.9999883513426328],
  [5, 0.9999999999984626],
  [40, 1],
] as const;

it.each(KNOWN)('has the value that scipy gives at %s, and the opposite one at the opposite', (x, value) => {
  expect(Math.abs(errorFunction(x) / value - 1)).toBeLessThan(1e-15);
  expect(errorFunction(-x)).toBe(-errorFunction(x));
});

it('is 0 at 0', () => {
  expect(errorFunction(0)).toBe(0);
});

import { portableLog } from './portable-math.ts';
import { WORD } from './word.ts';

/** Distance of a probability from a half up to which the first of two approximations is used. */
const CENTRAL = 0.425;

/**
 * The quantile of the standard normal distribution that a random word stands for, -6.34..6.34, symmetric around 0: with
 * uniform words, normal numbers with mean 0 and standard deviation 1.
 *
 * One word per number and no rejection, so that the numbers of a picture do not depend on each other; only exactly
 * specified arithmetic, so that they are the same on every engine. Relative error below 1.2e-7, about that of a float32.
 *
 * @param word - A whole number, `0..2^32-1`.
 * @see Wichura 1988, "Algorithm AS 241: the percentage points of the normal distribution", PPND7. Its third approximation
 *   is for probabilities below e^-25, which no word reaches.
 */
export function standardNormal(word: number): number {
  const probability = (word + 0.5) / WORD;
  const distance = probability - 0.5;
  if (Math.abs(distance) <= CENTRAL) {
    const r = CENTRAL * CENTRAL - distance * distance;
    const numerator = ((59.10937472 * r + 159.29113202) * r + 50.434271938) * r + 3.3871327179;
    const denominator = ((67.1875636 * r + 78.757757664) * r + 17.895169469) * r + 1;
    return (distance * numerator) / denominator;
  }
  const r = Math.sqrt(-portableLog(Math.min(probability, 1 - probability))) - 1.6;
  const numerator = ((0.17023821103 * r + 1.3067284816) * r + 2.75681539) * r + 1.4234372777;
  const denominator = (0.12021132975 * r + 0.7370016425) * r + 1;
  return distance < 0 ? -numerator / denominator : numerator / denominator;
}

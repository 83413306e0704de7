import type { ImageRandom } from './image-random.ts';
import { portableExp, portableLog } from './portable-math.ts';
import { WORD } from './word.ts';

/**
 * A random number of the distribution Beta(alpha, alpha), 0..1, from exactly specified arithmetic.
 *
 * A uniform point of the unit disk gives a number T of Student's distribution with 2 alpha degrees of freedom, and
 * `1/2 + T / (2 sqrt(2 alpha + T^2))` is what is wanted; in the form below nothing overflows for small alphas.
 *
 * @param alpha - Above 0. 1 is the uniform distribution; below, most numbers are close to 0 or 1.
 * @see Bailey 1994, "Polar generation of random variates with the t-distribution"; Devroye 1996, "Random variate
 *   generation in one line of code", for the step from there to the beta distribution
 */
export function symmetricBeta(random: ImageRandom, alpha: number): number {
  let x: number;
  let squaredRadius: number;
  do {
    x = oddShare(random.nextUint32());
    const y = oddShare(random.nextUint32());
    squaredRadius = x * x + y * y;
  } while (squaredRadius > 1);
  const power = portableExp(portableLog(squaredRadius) / alpha);
  const pull = (1 - power) * ((x * x) / squaredRadius);
  const deviation = Math.sqrt(pull / (power + pull)) / 2;
  return x < 0 ? 0.5 - deviation : 0.5 + deviation;
}

/** A word as a number between -1 and 1, never 0. */
function oddShare(word: number): number {
  return (2 * word + 1) / WORD - 1;
}

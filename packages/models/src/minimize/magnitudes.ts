import type { EvaluatedPoint } from './search.ts';

/** The sum of `strength · |parameter|`. */
export function weightedMagnitudes(point: Float64Array, strengths: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < point.length; i++) sum += strengths[i]! * Math.abs(point[i]!);
  return sum;
}

/** Of a function plus weighted magnitudes the subgradient of least length: none is left where 0 is best. */
export function leastSubgradient({ point, gradient }: EvaluatedPoint, strengths: Float64Array): Float64Array {
  const least = new Float64Array(point.length);
  for (let i = 0; i < point.length; i++) {
    const [value, slope, strength] = [point[i]!, gradient[i]!, strengths[i]!];
    least[i] =
      value === 0
        ? Math.sign(slope) * Math.max(Math.abs(slope) - strength, 0)
        : slope + strength * Math.sign(value);
  }
  return least;
}

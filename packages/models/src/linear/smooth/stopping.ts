import type { Stopping } from '../../minimize/stopping.ts';
import { dot, largestMagnitude } from '../../minimize/vectors.ts';
import type { LinearProblem } from './linear-problem.ts';

/** When the gradient of a problem is small enough. */
export type StoppingRule =
  /** No slope is larger than the tolerance: L-BFGS-B's rule. */
  | { readonly kind: 'largestSlope'; readonly tolerance: number }
  /** The length of the gradient has shrunk to the tolerance times the share of the rarer side: liblinear's rule. */
  | { readonly kind: 'lengthOfGradient'; readonly tolerance: number };

/** @param classes - Those of the outputs of the problem; of more than one, the rule is about the first. */
export function stoppingFor(
  { kind, tolerance }: StoppingRule,
  { codes }: LinearProblem,
  [first]: readonly number[],
): Stopping {
  if (kind === 'largestSlope') return { norm: largestMagnitude, bound: () => tolerance };
  const own = codes.reduce((count, code) => count + (code === first ? 1 : 0), 0);
  const rarer = Math.max(Math.min(own, codes.length - own), 1);
  return {
    norm: (gradient) => Math.sqrt(dot(gradient, gradient)),
    bound: (firstNorm) => (tolerance * rarer * firstNorm) / codes.length,
  };
}

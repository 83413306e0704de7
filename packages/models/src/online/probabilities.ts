import type { NdArray } from '@fashion-mnist/core';

/** How sure a decision makes of its class, by itself: `1 / (1 + exp(-d))`, or `d` from -1..1 moved to 0..1. */
export type ProbabilityRule = 'logistic' | 'clipped';

/**
 * Probabilities of the classes from decisions, each class against the rest; rows add to 1.
 *
 * @param decisions - `[sampleCount, classCount]`, of two classes `[sampleCount]`.
 * @see Zadrozny & Elkan 2002, "Transforming classifier scores into accurate multiclass probability estimates"
 */
export function probabilities(
  decisions: Float64Array,
  classCount: number,
  rule: ProbabilityRule,
): NdArray<Float64Array> {
  const sure = decisions.map(rule === 'logistic' ? logistic : clipped);
  if (classCount === 2) {
    const data = Float64Array.from({ length: 2 * sure.length }, (_, i) =>
      i % 2 === 1 ? sure[i >> 1]! : 1 - sure[i >> 1]!,
    );
    return { data, shape: [sure.length, 2] };
  }
  for (let start = 0; start < sure.length; start += classCount)
    normalize(sure.subarray(start, start + classCount));
  return { data: sure, shape: [sure.length / classCount, classCount] };
}

/** To the sum 1; where all are 0, alike. */
function normalize(shares: Float64Array): void {
  const total = shares.reduce((sum, share) => sum + share, 0);
  for (let i = 0; i < shares.length; i++) shares[i] = total === 0 ? 1 / shares.length : shares[i]! / total;
}

function logistic(decision: number): number {
  return 1 / (1 + Math.exp(-decision));
}

function clipped(decision: number): number {
  return (Math.max(-1, Math.min(1, decision)) + 1) / 2;
}

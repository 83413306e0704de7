import type { RunFigure } from './leaderboard-result.ts';

/**
 * The largest difference that counts as agreement: two standard errors of an accuracy of 0.93 on 10,000 images. It covers
 * that seeds differ, and that claims are rounded to three digits.
 */
export const TOLERANCE = 0.005;

/** A row is verified where none of its figures falls short; our classifiers need not be exactly the submitter's. */
export function compareWithClaim(accuracy: number, claimed: number): RunFigure['verdict'] {
  if (accuracy < claimed - TOLERANCE) return 'falls-short';
  return accuracy > claimed + TOLERANCE ? 'exceeds' : 'agrees';
}

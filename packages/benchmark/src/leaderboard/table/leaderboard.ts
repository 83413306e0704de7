import type { Claim } from '../claim.ts';
import { claims } from '../claims.ts';
import type { SubmissionResult } from '../leaderboard-result.ts';
import { keptResults } from '../results.ts';

/** A row that was handed in, and the file of its figures. */
export interface SubmittedRow extends SubmissionResult {
  readonly file: string;
}

export interface Leaderboard {
  /** Best claim first; equal ones in the original's order. */
  readonly claims: readonly Claim[];
  /** Best first, by dataset in the order of their names. */
  readonly submissions: readonly SubmittedRow[];
}

/** What was claimed, what we have verified of it, and what was handed in since. */
export function leaderboard(): Leaderboard {
  return {
    claims: claims.toSorted((a, b) => b.fashion - a.fashion),
    submissions: keptResults
      .flatMap(({ file, result }) => (result.kind === 'submission' ? [{ ...result, file }] : []))
      .toSorted((a, b) => byDataset(a, b) || b.figures[0].accuracy - a.figures[0].accuracy),
  };
}

function byDataset(a: SubmissionResult, b: SubmissionResult): number {
  const [left, right] = [a.figures[0].dataset.name, b.figures[0].dataset.name];
  return left < right ? -1 : Number(left > right);
}

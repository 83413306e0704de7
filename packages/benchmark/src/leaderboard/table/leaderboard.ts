import type { Claim } from '../claim.ts';
import { claims } from '../claims.ts';
import type { RunResult, SubmissionResult } from '../leaderboard-result.ts';
import { type OwnEntry, ownEntries } from '../own-entries.ts';
import { keptResults } from '../results.ts';

/** A row that was handed in, and the file of its figures. */
export interface SubmittedRow extends SubmissionResult {
  readonly file: string;
}

/** An entry of our own, and its latest run. */
export interface OwnRow extends OwnEntry {
  /** null: nobody has run it on all images yet */
  readonly run: { readonly file: string; readonly result: RunResult } | null;
}

/** The rows of the leaderboard: what was claimed, what this package measured, what was handed in. */
export interface Leaderboard {
  /** Best claim first; equal ones in the original's order. */
  readonly claims: readonly Claim[];
  /** Cheapest first. */
  readonly own: readonly OwnRow[];
  /** Best first, by dataset in the order of their names. */
  readonly submissions: readonly SubmittedRow[];
}

/** What was claimed, what we have verified of it, what is our own, and what was handed in since. */
export function leaderboard(): Leaderboard {
  return {
    claims: claims.toSorted((a, b) => b.fashion - a.fashion),
    own: ownEntries.map((entry) => ({ ...entry, run: latestRun(entry.id) })),
    submissions: keptResults
      .flatMap(({ file, result }) => (result.kind === 'submission' ? [{ ...result, file }] : []))
      .toSorted((a, b) => byDataset(a, b) || b.figures[0].accuracy - a.figures[0].accuracy),
  };
}

function latestRun(id: string): OwnRow['run'] {
  const runs = keptResults.flatMap(({ file, result }) =>
    result.kind === 'run' && result.row === id ? [{ file, result }] : [],
  );
  return runs.reduce<OwnRow['run']>(
    (latest, run) => (latest === null || run.result.date >= latest.result.date ? run : latest),
    null,
  );
}

function byDataset(a: SubmissionResult, b: SubmissionResult): number {
  const [left, right] = [a.figures[0].dataset.name, b.figures[0].dataset.name];
  return left < right ? -1 : Number(left > right);
}

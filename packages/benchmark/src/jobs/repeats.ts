import type { JobStatus } from '../results/result-row.ts';

/** Scores that differ by less do not depend on how the samples are shuffled, as in the original. */
const INVARIANCE = 0.001;

/** How many repeats a configuration has at most, as in the original. */
export const REPEATS = 5;

/** How a repeat of a configuration ended. */
export interface RepeatOutcome {
  readonly repeat: number;
  readonly status: JobStatus;
  /** Accuracy, `0..1`; undefined unless done. */
  readonly score: number | undefined;
}

/**
 * Which repeats of a configuration are needed, as far as can be told by now: the first; when that is done, the second; when
 * that is done and the two scores differ, all further ones. A configuration that was not done is not repeated.
 *
 * @param outcomes - Of the repeats that have ended.
 * @param repeats - The most there may be, at least 1. @default 5
 * @returns From 0, those that have ended included.
 * @see benchmark/runner.py of zalandoresearch/fashion-mnist
 */
export function neededRepeats(
  outcomes: readonly RepeatOutcome[],
  repeats: number = REPEATS,
): readonly number[] {
  const scoreOf = (repeat: number) =>
    outcomes.find((outcome) => outcome.repeat === repeat && outcome.status === 'done')?.score;
  return Array.from({ length: neededCount(scoreOf(0), scoreOf(1), repeats) }, (_, repeat) => repeat);
}

function neededCount(first: number | undefined, second: number | undefined, repeats: number): number {
  if (first === undefined) return Math.min(1, repeats);
  if (second === undefined || Math.abs(first - second) < INVARIANCE) return Math.min(2, repeats);
  return repeats;
}

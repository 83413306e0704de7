import type { LeaderboardResult } from './leaderboard-result.ts';
import { resultFiles } from './result-files.ts';

/** A result, and its file in `leaderboard/results`. */
export interface KeptResult {
  readonly file: string;
  readonly result: LeaderboardResult;
}

/** All results that are kept, in the order of their files' names. */
export const keptResults: readonly KeptResult[] = Object.entries(resultFiles).map(([file, result]) => ({
  file,
  result: result as LeaderboardResult,
}));

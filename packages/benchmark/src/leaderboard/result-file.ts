import { canonicalJson } from '../jobs/canonical-json.ts';
import { sha256 } from '../jobs/sha256.ts';
import type { LeaderboardResult } from './leaderboard-result.ts';

/** A result as a file whose name says what is in it. */
export interface ResultFile {
  /** As `hog-svm-2026-11-29-1a2b3c4d.json`. */
  readonly name: string;
  readonly content: string;
}

const HASH_DIGITS = 8;

/** A result as a file. Other content has another name, so that no file is ever to be overwritten. */
export async function resultFile(result: LeaderboardResult): Promise<ResultFile> {
  return { name: await resultFileName(result), content: `${JSON.stringify(result, null, 2)}\n` };
}

/**
 * The name that the file of a result must have: row, date, and how the SHA-256 of its canonical JSON begins, so that line
 * ends and indentation do not matter.
 */
export async function resultFileName(result: LeaderboardResult): Promise<string> {
  const hash = await sha256(canonicalJson(result));
  return `${result.row}-${result.date}-${hash.slice(0, HASH_DIGITS)}.json`;
}

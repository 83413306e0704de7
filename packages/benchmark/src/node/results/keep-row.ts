import type { ResultRow } from '../../results/result-row.ts';
import type { ResultsFile } from './results-file.ts';

/** Appends rows to a file, and tells of each once it stands there. */
export function keepRow(
  results: ResultsFile,
  tell: ((row: ResultRow) => void) | undefined,
): (row: ResultRow) => Promise<void> {
  return async (row) => {
    await results.append(row);
    tell?.(row);
  };
}

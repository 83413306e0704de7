import { closestName } from '@fashion-mnist/core';
import { BenchmarkError } from '../errors.ts';

/** What is thrown for an id that no row has. */
export function unknownRow(id: string, rows: readonly { readonly id: string }[]): BenchmarkError {
  const likely = closestName(
    id,
    rows.map((row) => row.id),
  );
  const hint = likely === undefined ? '' : `\n(Did you mean ${likely}?)`;
  return new BenchmarkError(
    'E_ROW',
    `expected a row of the leaderboard (the command leaderboard lists them), got '${id}'${hint}`,
  );
}

import document from '../../leaderboard/claims.json' with { type: 'json' };
import type { Claim } from './claim.ts';
import { unknownRow } from './unknown-row.ts';

/** The 38 rows of the original's leaderboard, in its order. */
export const claims: readonly Claim[] = document.rows as readonly Claim[];

/**
 * The row of this id.
 *
 * @throws {BenchmarkError} `E_ROW` - there is none.
 */
export function findClaim(id: string): Claim {
  const claim = claims.find((candidate) => candidate.id === id);
  if (claim !== undefined) return claim;
  throw unknownRow(id, claims);
}

import type { Measurement } from './report-row.ts';

/** Why a measurement may differ from the paper where nothing is wrong; null where the figures give no reason. */
export function explainDifference({ difference, twiceStd, repeats }: Measurement): string | null {
  if (difference === null || twiceStd === null || Math.abs(difference) > twiceStd) return null;
  return `chance: the paper is within two standard deviations (${twiceStd.toFixed(4)}) of our ${repeats} repeats`;
}

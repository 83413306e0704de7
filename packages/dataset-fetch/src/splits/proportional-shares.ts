/**
 * Whole numbers that sum to `total` and are proportional to `counts`, each rounded up or down: the counts with the
 * largest remainders are rounded up, the first of equals before the others.
 *
 * @param total - A whole number, at most the sum of the counts.
 * @see Hamilton's method of apportionment (largest remainders).
 */
export function proportionalShares(counts: readonly number[], total: number): number[] {
  const whole = sumOf(counts);
  const parts = counts.map((count) => ({ numerator: total * count, remainder: (total * count) % whole }));
  const shares = parts.map(({ numerator, remainder }) => (numerator - remainder) / whole);
  const roundedUp = [...parts.entries()]
    .toSorted(([, a], [, b]) => b.remainder - a.remainder)
    .slice(0, total - sumOf(shares));
  for (const [index] of roundedUp) shares[index] = (shares[index] as number) + 1;
  return shares;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

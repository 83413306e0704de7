/** Rows by a value of theirs. What has none, or none that is a number, comes last in whichever direction. */
export function sortByValue<Row>(
  rows: readonly Row[],
  valueOf: (row: Row) => number | string | null,
  isDescending: boolean,
): readonly Row[] {
  const sign = isDescending ? -1 : 1;
  return rows.toSorted((a, b) => {
    const [left, right] = [valueOf(a), valueOf(b)];
    if (isMissing(left) || isMissing(right)) return Number(isMissing(left)) - Number(isMissing(right));
    return sign * compare(left, right);
  });
}

function isMissing(value: number | string | null): value is null {
  return value === null || Number.isNaN(value);
}

/** Numbers within texts count as numbers: `max_depth=10` comes before `max_depth=100`, and after `max_depth=9`. */
const collator = new Intl.Collator('en', { numeric: true });

function compare(left: number | string, right: number | string): number {
  return typeof left === 'number' && typeof right === 'number'
    ? left - right
    : collator.compare(`${left}`, `${right}`);
}

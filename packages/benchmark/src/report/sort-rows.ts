import { type ColumnKey, columnOf } from './report-columns.ts';
import type { ReportRow } from './report-row.ts';
import { sortByValue } from './sort-by-value.ts';

/** By which column, and whether the greatest comes first. */
export interface RowOrder {
  readonly column: ColumnKey;
  readonly isDescending: boolean;
}

/** The rows in order. What has no value, or none that is a number, comes last in whichever direction. */
export function sortRows(rows: readonly ReportRow[], order: RowOrder): readonly ReportRow[] {
  return sortByValue(rows, columnOf(order.column).valueOf, order.isDescending);
}

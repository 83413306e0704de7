import { filterConfigurations, type PageState, sortByValue } from '@fashion-mnist/benchmark/report';
import type { ComparedRow } from './results.ts';
import type { TableColumn } from './table-columns.ts';

/** By which column of the table, and whether the greatest comes first. */
export interface TableOrder {
  readonly column: string;
  readonly isDescending: boolean;
}

/** The rows that a reader wants to see, in order. */
export function shownRows(
  rows: readonly ComparedRow[],
  { filter, hidden }: Pick<PageState, 'filter' | 'hidden'>,
  columns: readonly TableColumn[],
  order: TableOrder,
): readonly ComparedRow[] {
  const described = rows.map((row) => ({ name: row.ours.name, parameter: row.ours.parameter, row }));
  const found = filterConfigurations(described, filter).filter(({ name }) => !hidden.has(name));
  const column = columns.find(({ key }) => key === order.column);
  const chosen = found.map(({ row }) => row);
  return column === undefined ? chosen : sortByValue(chosen, column.valueOf, order.isDescending);
}

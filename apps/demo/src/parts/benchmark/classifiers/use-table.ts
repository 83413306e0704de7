import { orderBy } from '@fashion-mnist/benchmark/report';
import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { benchmarkState, changeClassifiers } from '../benchmark-state.ts';
import type { ComparedRow, Results } from './results.ts';
import { shownRows, type TableOrder } from './shown-rows.ts';
import { type TableColumn, tableColumns } from './table-columns.ts';

/** The table as its reader wants to see it. */
export interface Table {
  readonly columns: readonly TableColumn[];
  readonly order: TableOrder;
  readonly rows: readonly ComparedRow[];
  readonly sortBy: (column: string) => void;
}

export function useTable(results: Results, hasOwn: boolean): Table {
  const state = benchmarkState.value.classifiers;
  /** By a column of the reader's own file, which no address can name. */
  const ownOrder = useSignal<TableOrder | undefined>(undefined);
  const columns = useMemo(() => tableColumns(state.view, hasOwn), [state.view, hasOwn]);
  const isByOwn = columns.some(({ key }) => key === ownOrder.value?.column);
  const order = (isByOwn ? ownOrder.value : undefined) ?? state.order;
  const rows = useMemo(
    () => shownRows(results.rows, state, columns, order),
    [results, state, columns, order],
  );

  function sortBy(key: string): void {
    const report = columns.find((column) => column.key === key)?.report;
    if (report === undefined) {
      ownOrder.value = { column: key, isDescending: !(order.column === key && order.isDescending) };
      return;
    }
    ownOrder.value = undefined;
    changeClassifiers({ order: orderBy(state, report.key) });
  }

  return { columns, order, rows, sortBy };
}

import { type ColumnKey, REPORT_COLUMNS } from '../report-columns.ts';
import type { RowOrder } from '../sort-rows.ts';
import { isShown, VIEWS, type View } from '../views.ts';

/** All that a reader has chosen. */
export interface PageState {
  readonly view: View;
  readonly order: RowOrder;
  readonly filter: string;
  /** Families that are not shown. */
  readonly hidden: ReadonlySet<string>;
}

/** What a page shows at first. */
export const INITIAL_STATE: PageState = Object.freeze<PageState>({
  view: 'fashion',
  order: { column: 'fashion-accuracy', isDescending: true },
  filter: '',
  hidden: new Set<string>(),
});

/** The state that the fragment of an address describes; what it does not say, or says wrongly, is as at first. */
export function parseState(fragment: string): PageState {
  const fields = new URLSearchParams(fragment.replace(/^#/, ''));
  const view = VIEWS.find((candidate) => candidate === fields.get('view')) ?? INITIAL_STATE.view;
  const sort = fields.get('sort') ?? '';
  const column = REPORT_COLUMNS.find(({ key }) => key === sort.replace(/^-/, ''));
  const order =
    column === undefined ? INITIAL_STATE.order : { column: column.key, isDescending: sort.startsWith('-') };
  return {
    view,
    order: orderIn(view, order),
    filter: fields.get('filter') ?? '',
    hidden: new Set(fields.getAll('without')),
  };
}

/** The fragment that `parseState` takes, without what is as at first. */
export function formatState({ view, order, filter, hidden }: PageState): string {
  const fields = new URLSearchParams();
  if (view !== INITIAL_STATE.view) fields.set('view', view);
  const { column, isDescending } = order;
  if (column !== orderIn(view, INITIAL_STATE.order).column || !isDescending)
    fields.set('sort', `${isDescending ? '-' : ''}${column}`);
  if (filter !== '') fields.set('filter', filter);
  for (const name of hidden) fields.append('without', name);
  return fields.toString();
}

/** The order by the same figure in another view, or by accuracy where that one does not show it. */
export function orderIn(view: View, order: RowOrder): RowOrder {
  const column = REPORT_COLUMNS.find(({ key }) => key === order.column);
  if (column === undefined || isShown(column, view)) return order;
  const same = REPORT_COLUMNS.find((other) => other.figure === column.figure && isShown(other, view));
  const key: ColumnKey = view === 'mnist' ? 'mnist-accuracy' : 'fashion-accuracy';
  return same === undefined ? { column: key, isDescending: true } : { ...order, column: same.key };
}

/** The order after a column's title was chosen: names begin at A, figures with the greatest, times with the least. */
export function orderBy({ order }: PageState, column: ColumnKey): RowOrder {
  if (order.column === column) return { column, isDescending: !order.isDescending };
  return { column, isDescending: !/^name$|^parameter$|-time$|-cpu$|-memory$/.test(column) };
}

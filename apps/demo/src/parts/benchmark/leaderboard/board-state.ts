import type { ClaimStatus } from '@fashion-mnist/benchmark/leaderboard';
import { BOARD_COLUMNS, type BoardColumnKey } from './board-columns.ts';

export interface BoardOrder {
  readonly column: BoardColumnKey;
  readonly isDescending: boolean;
}

/** What a reader has chosen on the leaderboard. */
export interface BoardState {
  readonly order: BoardOrder;
  readonly filter: string;
  /** Statuses that are not shown. */
  readonly hidden: ReadonlySet<ClaimStatus['status']>;
}

export const STATUSES = ['verified', 'runnable', 'planned', 'not-reproducible', 'constant'] as const;

export const INITIAL_BOARD: BoardState = {
  order: { column: 'claimed', isDescending: true },
  filter: '',
  hidden: new Set(),
};

const SORT = 'board-sort';
const FILTER = 'board-filter';
const WITHOUT = 'board-without';

export function parseBoardState(query: URLSearchParams): BoardState {
  const sort = query.get(SORT) ?? '';
  const column = BOARD_COLUMNS.find(({ key }) => key === sort.replace(/^-/, ''))?.key;
  const withheld = query.getAll(WITHOUT);
  return {
    order: column === undefined ? INITIAL_BOARD.order : { column, isDescending: sort.startsWith('-') },
    filter: query.get(FILTER) ?? INITIAL_BOARD.filter,
    hidden: new Set(STATUSES.filter((status) => withheld.includes(status))),
  };
}

export function formatBoardState({ order, filter, hidden }: BoardState): URLSearchParams {
  const query = new URLSearchParams();
  const { column, isDescending } = order;
  if (column !== INITIAL_BOARD.order.column || isDescending !== INITIAL_BOARD.order.isDescending)
    query.set(SORT, `${isDescending ? '-' : ''}${column}`);
  if (filter !== '') query.set(FILTER, filter);
  for (const status of hidden) query.append(WITHOUT, status);
  return query;
}

/** The order after a column's head was chosen: words begin at A, figures with the greatest. */
export function boardOrderBy({ order }: BoardState, column: BoardColumnKey): BoardOrder {
  if (order.column === column) return { column, isDescending: !order.isDescending };
  return { column, isDescending: BOARD_COLUMNS.some(({ key, isNumber }) => key === column && isNumber) };
}

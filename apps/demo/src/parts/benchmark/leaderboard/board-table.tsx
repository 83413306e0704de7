import type { Signal } from '@preact/signals';
import { Fragment, type JSX } from 'preact';
import { SortHeader } from '../../../ui/sort-header.tsx';
import { toggled } from '../../../ui/toggled.ts';
import { BOARD_COLUMNS, type BoardColumn, type BoardColumnKey } from './board-columns.ts';
import { BoardDetails } from './board-details.tsx';
import { type BoardRow, figureOn } from './board-rows.ts';
import type { BoardOrder } from './board-state.ts';

interface BoardTableProps {
  readonly rows: readonly BoardRow[];
  readonly order: BoardOrder;
  readonly open: Signal<ReadonlySet<string>>;
  readonly onSort: (column: BoardColumnKey) => void;
}

export function BoardTable({ rows, order, open, onSort }: BoardTableProps): JSX.Element {
  return (
    <div class="bench-table">
      <table class="table">
        <caption class="visually-hidden">The leaderboard</caption>
        <thead>
          <tr>
            {BOARD_COLUMNS.map(({ key, title, isNumber }) => (
              <SortHeader
                key={key}
                title={title}
                class={isNumber ? 'number' : undefined}
                sorted={order.column === key ? (order.isDescending ? 'descending' : 'ascending') : undefined}
                onSort={() => onSort(key)}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Fragment key={row.id}>
              <tr>
                {BOARD_COLUMNS.map((column) =>
                  column.key === 'classifier' ? (
                    <NameCell key={column.key} row={row} open={open} />
                  ) : (
                    <BoardCell key={column.key} row={row} column={column} />
                  ),
                )}
              </tr>
              {open.value.has(row.id) && (
                <tr class="bench-details">
                  <td colSpan={BOARD_COLUMNS.length}>
                    <BoardDetails row={row} />
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface NameCellProps {
  readonly row: BoardRow;
  readonly open: Signal<ReadonlySet<string>>;
}

function NameCell({ row: { id, classifier, preprocessing }, open }: NameCellProps): JSX.Element {
  return (
    <th scope="row">
      <button
        type="button"
        class="bench-name"
        aria-expanded={open.value.has(id)}
        onClick={() => {
          open.value = toggled(open.value, id);
        }}
      >
        <span>
          {classifier}
          {preprocessing !== '' && <small class="bench-below">{preprocessing}</small>}
        </span>
      </button>
    </th>
  );
}

function BoardCell({ row, column }: { readonly row: BoardRow; readonly column: BoardColumn }): JSX.Element {
  const text = column.textOf(row);
  if (column.key === 'status') {
    return (
      <td>
        <span class={`bench-status bench-status-${row.status}`}>{text}</span>
      </td>
    );
  }
  if (column.key === 'verified') return <VerifiedCell row={row} text={text} />;
  return <td class={column.isNumber ? 'number' : undefined}>{text}</td>;
}

function VerifiedCell({ row, text }: { readonly row: BoardRow; readonly text: string }): JSX.Element {
  const figure = figureOn(row, 'fashion-mnist');
  if (figure === undefined) return <td class="number" />;
  const [low, high] = figure.interval;
  return (
    <td class="number bench-verified">
      <b>{text}</b>
      <small>
        {low.toFixed(3)}–{high.toFixed(3)}
      </small>
    </td>
  );
}

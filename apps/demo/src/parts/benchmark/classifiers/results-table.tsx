import {
  DATASET_TITLES,
  familyOf,
  NO_FIGURE,
  REPORT_DATASETS,
  type ReportDataset,
  type ReportRow,
  type ResultRow,
  type View,
} from '@fashion-mnist/benchmark/report';
import { type Signal, useSignal } from '@preact/signals';
import { Fragment, type JSX } from 'preact';
import { SortHeader } from '../../../ui/sort-header.tsx';
import { toggled } from '../../../ui/toggled.ts';
import { FamilyMark } from './family-mark.tsx';
import type { ComparedRow } from './results.ts';
import { RowDetails } from './row-details.tsx';
import type { TableOrder } from './shown-rows.ts';
import type { TableColumn } from './table-columns.ts';

interface ResultsTableProps {
  readonly rows: readonly ComparedRow[];
  readonly columns: readonly TableColumn[];
  readonly order: TableOrder;
  readonly view: View;
  readonly runsOf: (key: string, dataset: ReportDataset) => readonly ResultRow[];
  readonly onSort: (key: string) => void;
}

export function ResultsTable({ rows, columns, order, view, runsOf, onSort }: ResultsTableProps): JSX.Element {
  const open = useSignal<ReadonlySet<string>>(new Set());
  const datasets = view === 'both' ? REPORT_DATASETS : [view];
  return (
    <div class="bench-table">
      <table class="table">
        <caption class="visually-hidden">Results of the configurations</caption>
        <thead>
          <tr>
            {columns.map(({ key, title, isNumber }) => (
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
            <Fragment key={row.key}>
              <tr>
                {columns.map((column) =>
                  column.key === 'name' ? (
                    <NameCell key="name" row={row} open={open} />
                  ) : (
                    <FigureCell key={column.key} row={row} column={column} />
                  ),
                )}
              </tr>
              {open.value.has(row.key) && (
                <tr class="bench-details">
                  <td colSpan={columns.length}>
                    {datasets.map((dataset) => (
                      <RowDetails
                        key={dataset}
                        row={row.ours}
                        dataset={dataset}
                        runs={runsOf(row.key, dataset)}
                        isNamed={datasets.length > 1}
                      />
                    ))}
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
  readonly row: ComparedRow;
  readonly open: Signal<ReadonlySet<string>>;
}

function NameCell({ row: { key, ours }, open }: NameCellProps): JSX.Element {
  const family = familyOf(ours.name);
  const why = reasonsOf(ours);
  return (
    <th scope="row">
      <button
        type="button"
        class="bench-name"
        aria-expanded={open.value.has(key)}
        onClick={() => {
          open.value = toggled(open.value, key);
        }}
      >
        <FamilyMark family={family} />
        <span>
          {family.shortName} <small>{ours.parameterText}</small>
          {why !== '' && <small class="bench-reason">{why}</small>}
        </span>
      </button>
    </th>
  );
}

function FigureCell({
  row,
  column,
}: {
  readonly row: ComparedRow;
  readonly column: TableColumn;
}): JSX.Element {
  const text = column.textOf(row);
  const dataset = column.report?.dataset ?? undefined;
  const isOff =
    column.report?.figure === 'difference' && dataset !== undefined && row.ours[dataset].agrees === false;
  const isWord = column.valueOf(row) === null && text !== NO_FIGURE;
  const classes = ['number', isOff && 'bench-off', isWord && 'bench-word'].filter(Boolean).join(' ');
  return (
    <td class={classes} title={isOff ? 'More than 0.01 from the paper' : undefined}>
      {text === NO_FIGURE ? '–' : text}
    </td>
  );
}

/** Why there is no figure; of which dataset, unless it is the same for both. */
function reasonsOf({ fashion, mnist }: ReportRow): string {
  if (fashion.reason === mnist.reason) return fashion.reason ?? '';
  return REPORT_DATASETS.flatMap((dataset) => {
    const { reason } = { fashion, mnist }[dataset];
    return reason === null ? [] : [`${DATASET_TITLES[dataset]}: ${reason}`];
  }).join('; ');
}

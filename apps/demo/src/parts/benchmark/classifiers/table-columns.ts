import {
  DATASET_TITLES,
  formatAccuracy,
  formatDifference,
  isShown,
  NO_FIGURE,
  REPORT_COLUMNS,
  REPORT_DATASETS,
  type ReportColumn,
  type ReportDataset,
  type View,
} from '@fashion-mnist/benchmark/report';
import type { ComparedRow } from './results.ts';

/** A column of the table: one of the report's, or of the reader's own results. */
export interface TableColumn {
  readonly key: string;
  readonly title: string;
  readonly isNumber: boolean;
  /** The report's column that it is, by which an address can name it. */
  readonly report: ReportColumn | undefined;
  readonly valueOf: (row: ComparedRow) => number | string | null;
  readonly textOf: (row: ComparedRow) => string;
}

/** The columns of a view; the reader's stand behind those of their dataset. The parameters stand below the name. */
export function tableColumns(view: View, hasOwn: boolean): readonly TableColumn[] {
  const shown = REPORT_COLUMNS.filter((column) => column.key !== 'parameter' && isShown(column, view));
  const datasets = REPORT_DATASETS.filter((dataset) => view === 'both' || view === dataset);
  return [
    ...shown.filter(({ dataset }) => dataset === null).map((column) => fromReport(column, view)),
    ...datasets.flatMap((dataset) => [
      ...shown.filter((column) => column.dataset === dataset).map((column) => fromReport(column, view)),
      ...(hasOwn ? ownColumns(dataset, view) : []),
    ]),
  ];
}

function fromReport(column: ReportColumn, view: View): TableColumn {
  return {
    key: column.key,
    title: column.dataset === null ? column.title : titled(column.title, column.dataset, view),
    isNumber: column.figure !== null,
    report: column,
    valueOf: ({ ours }) => column.valueOf(ours),
    textOf: ({ ours }) => column.textOf(ours),
  };
}

function ownColumns(dataset: ReportDataset, view: View): readonly TableColumn[] {
  const gain = ({ ours, yours }: ComparedRow): number | null => {
    const [own, kept] = [yours?.[dataset].accuracy ?? null, ours[dataset].accuracy];
    return own === null || kept === null ? null : own - kept;
  };
  return [
    {
      key: `${dataset}-yours`,
      title: titled('Yours', dataset, view),
      isNumber: true,
      report: undefined,
      valueOf: ({ yours }) => yours?.[dataset].accuracy ?? null,
      textOf: ({ yours }) => (yours === undefined ? NO_FIGURE : formatAccuracy(yours[dataset])),
    },
    {
      key: `${dataset}-gain`,
      title: titled('Yours − ours', dataset, view),
      isNumber: true,
      report: undefined,
      valueOf: gain,
      textOf: (row) => formatDifference(gain(row)),
    },
  ];
}

/** Side by side, a head says its dataset. */
function titled(title: string, dataset: ReportDataset, view: View): string {
  return view === 'both' ? `${DATASET_TITLES[dataset]} ${title.toLowerCase()}` : title;
}

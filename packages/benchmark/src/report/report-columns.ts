import {
  formatAccuracy,
  formatBytes,
  formatDifference,
  formatPublished,
  formatSeconds,
  NO_FIGURE,
} from './format-figures.ts';
import { REPORT_DATASETS, type ReportDataset } from './report-datasets.ts';
import type { ReportRow } from './report-row.ts';

export type FigureName = 'accuracy' | 'paper' | 'difference' | 'time' | 'cpu' | 'memory' | 'repeats';
/** A column of the report's table, by which it can be sorted. */
export type ColumnKey = 'name' | 'parameter' | `${ReportDataset}-${FigureName}`;

/** A column of every kind of report: what it is called, what it is sorted by and what stands in it. */
export interface ReportColumn {
  readonly key: ColumnKey;
  readonly title: string;
  /** Of the figures of one dataset; null where the column is about the configuration. */
  readonly dataset: ReportDataset | null;
  readonly figure: FigureName | null;
  /** null sorts last, in whichever direction. */
  readonly valueOf: (row: ReportRow) => number | string | null;
  readonly textOf: (row: ReportRow) => string;
}

const CONFIGURATION_COLUMNS: readonly ReportColumn[] = [
  {
    key: 'name',
    title: 'Classifier',
    dataset: null,
    figure: null,
    valueOf: ({ name }) => name,
    textOf: ({ name }) => name,
  },
  {
    key: 'parameter',
    title: 'Parameters',
    dataset: null,
    figure: null,
    valueOf: (row) => row.parameterText,
    textOf: (row) => row.parameterText,
  },
];

/** Every column: the configuration, then the figures of Fashion-MNIST, then those of MNIST. */
export const REPORT_COLUMNS: readonly ReportColumn[] = [
  ...CONFIGURATION_COLUMNS,
  ...REPORT_DATASETS.flatMap(figureColumns),
];

/** @throws {RangeError} there is no such column. */
export function columnOf(key: ColumnKey): ReportColumn {
  const column = REPORT_COLUMNS.find((candidate) => candidate.key === key);
  if (column === undefined) throw new RangeError(`report: expected a column, got ${key}`);
  return column;
}

function figureColumns(dataset: ReportDataset): readonly ReportColumn[] {
  const column = (
    figure: FigureName,
    title: string,
    valueOf: (row: ReportRow) => number | null,
    textOf: (row: ReportRow) => string,
  ): ReportColumn => ({ key: `${dataset}-${figure}`, title, dataset, figure, valueOf, textOf });
  return [
    column(
      'accuracy',
      'Accuracy',
      (row) => row[dataset].accuracy,
      (row) => formatAccuracy(row[dataset]),
    ),
    column(
      'paper',
      'Paper',
      (row) => row[dataset].paper,
      (row) => formatPublished(row[dataset].paper),
    ),
    column(
      'difference',
      'Difference',
      (row) => row[dataset].difference,
      (row) => formatDifference(row[dataset].difference),
    ),
    column(
      'time',
      'Time',
      (row) => row[dataset].secondsPerRepeat,
      (row) => formatSeconds(row[dataset].secondsPerRepeat),
    ),
    column(
      'cpu',
      'CPU',
      (row) => row[dataset].cpuSecondsPerRepeat,
      (row) => formatSeconds(row[dataset].cpuSecondsPerRepeat),
    ),
    column(
      'memory',
      'Memory',
      (row) => row[dataset].peakBytes,
      (row) => formatBytes(row[dataset].peakBytes),
    ),
    column(
      'repeats',
      'Repeats',
      (row) => row[dataset].repeats || null,
      (row) => (row[dataset].repeats === 0 ? NO_FIGURE : `${row[dataset].repeats}`),
    ),
  ];
}

/** Of tables that put both datasets side by side, from left to right. */
export const TABLE_COLUMNS: readonly ColumnKey[] = [
  'name',
  'parameter',
  'fashion-accuracy',
  'fashion-paper',
  'fashion-time',
  'mnist-accuracy',
  'mnist-paper',
  'mnist-difference',
  'mnist-time',
];

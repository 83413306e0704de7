import { type ColumnKey, columnOf, DATASET_TITLES, type ReportColumn } from './report-columns.ts';
import type { BenchmarkReport, ReportRow } from './report-row.ts';
import { wrapText } from './wrap-text.ts';

export interface ReportTableOptions {
  /** Characters per line, at least 40; by default as many as the table takes. @default Infinity */
  readonly width?: number | undefined;
}

const DEFAULTS = Object.freeze({ width: Infinity } satisfies Required<ReportTableOptions>);
const LEAST_WIDTH = 40;
const LEAST_PARAMETERS = 12;
const GAP = '  ';
const CUT = '..';
/** Lines of text are not longer than people like to read. */
const LONGEST_LINE = 110;

const COLUMNS: readonly ColumnKey[] = [
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

/** What a narrow terminal does without, first things first. */
const DISPENSABLE: readonly ColumnKey[] = [
  'mnist-time',
  'fashion-time',
  'mnist-difference',
  'fashion-paper',
  'mnist-paper',
];

interface Cells {
  readonly column: ReportColumn;
  readonly head: readonly [string, string];
  readonly texts: readonly string[];
  readonly width: number;
}

/**
 * A report as lines for a terminal: a table, then the notes. A narrow terminal gets shorter parameters and fewer columns.
 *
 * @throws {RangeError} the width is less than 40.
 */
export function reportTable(report: BenchmarkReport, options: ReportTableOptions = {}): readonly string[] {
  const { width = DEFAULTS.width } = options;
  if (!(width >= LEAST_WIDTH)) throw new RangeError(`reportTable: expected a width >= 40, got ${width}`);
  const columns = fit(
    COLUMNS.map((key) => measure(key, report.rows)),
    width,
  );
  const head = [0, 1] as const;
  return [
    ...head.map((line) => joined(columns, (cells) => cells.head[line])),
    columns.map((cells) => '-'.repeat(cells.width)).join(GAP),
    ...report.rows.map((_, row) => joined(columns, (cells) => cells.texts[row] ?? '')),
    '',
    ...report.notes.flatMap((note) => wrapText(note, Math.min(width, LONGEST_LINE))),
  ];
}

function measure(key: ColumnKey, rows: readonly ReportRow[]): Cells {
  const column = columnOf(key);
  const head = [column.dataset === null ? '' : DATASET_TITLES[column.dataset], column.title] as const;
  const texts = rows.map((row) => column.textOf(row));
  const width = [...head, ...texts].reduce((most, { length }) => Math.max(most, length), 0);
  return { column, head, texts, width };
}

function fit(columns: readonly Cells[], width: number): readonly Cells[] {
  const least = (kept: readonly Cells[]) =>
    lineWidth(kept.map((cells) => (isParameter(cells) ? shortest(cells) : cells)));
  const kept = DISPENSABLE.reduce(
    (left, key) => (least(left) <= width ? left : left.filter(({ column }) => column.key !== key)),
    columns,
  );
  const spare = width - least(kept);
  if (spare < 0)
    return shrinkNames(
      kept.filter((cells) => !isParameter(cells)),
      width,
    );
  return kept.map((cells) =>
    isParameter(cells) ? { ...cells, width: Math.min(cells.width, shortest(cells).width + spare) } : cells,
  );
}

/** The last resort: names give way. */
function shrinkNames(columns: readonly Cells[], width: number): readonly Cells[] {
  const excess = Math.max(0, lineWidth(columns) - width);
  return columns.map((cells) =>
    cells.column.key === 'name' ? { ...cells, width: Math.max(1, cells.width - excess) } : cells,
  );
}

function isParameter({ column }: Cells): boolean {
  return column.key === 'parameter';
}

function shortest(cells: Cells): Cells {
  return { ...cells, width: Math.min(cells.width, LEAST_PARAMETERS) };
}

function lineWidth(columns: readonly Cells[]): number {
  return columns.reduce((sum, { width }) => sum + width + GAP.length, -GAP.length);
}

function joined(columns: readonly Cells[], textOf: (cells: Cells) => string): string {
  return columns
    .map((cells) => align(cut(textOf(cells), cells.width), cells))
    .join(GAP)
    .trimEnd();
}

function align(text: string, { column, width }: Cells): string {
  return column.figure === null ? text.padEnd(width) : text.padStart(width);
}

function cut(text: string, width: number): string {
  return text.length <= width
    ? text
    : `${text.slice(0, Math.max(0, width - CUT.length))}${CUT}`.slice(0, width);
}

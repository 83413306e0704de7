import { familyOf } from './families.ts';
import { type ColumnKey, columnOf, type ReportColumn, TABLE_COLUMNS } from './report-columns.ts';
import { DATASET_TITLES } from './report-datasets.ts';
import type { BenchmarkReport, ReportRow } from './report-row.ts';
import { wrapText } from './wrap-text.ts';

/** How wide `reportTable` may be. */
export interface ReportTableOptions {
  /** Characters per line, at least 40; by default as many as the table takes. @default Infinity */
  readonly width?: number | undefined;
}

const DEFAULTS = Object.freeze({ width: Infinity } satisfies Required<ReportTableOptions>);
const LEAST_WIDTH = 40;
/** Fewer characters of the parameters are worth less than a further column, */
const READABLE_PARAMETERS = 36;
/** and so few are worth nothing. */
const LEAST_PARAMETERS = 10;
const GAP = '  ';
const CUT = '..';
/** Lines of text are not longer than people like to read. */
const LONGEST_LINE = 110;

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
 * A report as lines for a terminal: a table, then the notes. A narrow terminal gets shorter names and
 * parameters, and fewer columns.
 *
 * @throws {RangeError} the width is less than 40.
 */
export function reportTable(report: BenchmarkReport, options: ReportTableOptions = {}): readonly string[] {
  const { width = DEFAULTS.width } = options;
  if (!(width >= LEAST_WIDTH)) throw new RangeError(`reportTable: expected a width >= 40, got ${width}`);
  const columns = fit(report.rows, width);
  const head = [0, 1] as const;
  return [
    ...head.map((line) => joined(columns, (cells) => cells.head[line])),
    columns.map((cells) => '-'.repeat(cells.width)).join(GAP),
    ...report.rows.map((_, row) => joined(columns, (cells) => cells.texts[row] ?? '')),
    '',
    ...report.notes.flatMap((note) => wrapText(note, Math.min(width, LONGEST_LINE))),
  ];
}

/** The dataset stands above its first figure only: a title over each would make the columns wide. */
function measure(column: ReportColumn, rows: readonly ReportRow[], textOf = column.textOf): Cells {
  const { dataset, figure, title } = column;
  const head = [dataset !== null && figure === 'accuracy' ? DATASET_TITLES[dataset] : '', title] as const;
  const texts = rows.map(textOf);
  const width = [...head, ...texts].reduce((most, { length }) => Math.max(most, length), 0);
  return { column, head, texts, width };
}

/** All columns where there is room; else with short names, and as many columns as leave the parameters readable. */
function fit(rows: readonly ReportRow[], width: number): readonly Cells[] {
  const full = TABLE_COLUMNS.map((key) => measure(columnOf(key), rows));
  if (lineWidth(full) <= width) return full;
  const shortNames = measure(columnOf('name'), rows, ({ name }) => familyOf(name).shortName);
  const isTooWide = (kept: readonly Cells[]) => lineWidth(kept.map(readable)) > width;
  const kept = DISPENSABLE.reduce(
    (left, key) => (isTooWide(left) ? left.filter(({ column }) => column.key !== key) : left),
    full.map((cells) => (cells.column.key === 'name' ? shortNames : cells)),
  );
  const others = kept.filter((cells) => !isParameter(cells));
  const room = width - lineWidth(others) - GAP.length;
  if (room < LEAST_PARAMETERS) return shrinkNames(others, width);
  return kept.map((cells) => (isParameter(cells) ? narrowed(cells, room) : cells));
}

/** The last resort: names give way. */
function shrinkNames(columns: readonly Cells[], width: number): readonly Cells[] {
  const excess = Math.max(0, lineWidth(columns) - width);
  return columns.map((cells) =>
    cells.column.key === 'name' ? narrowed(cells, Math.max(1, cells.width - excess)) : cells,
  );
}

function readable(cells: Cells): Cells {
  return isParameter(cells) ? narrowed(cells, READABLE_PARAMETERS) : cells;
}

function narrowed(cells: Cells, width: number): Cells {
  return { ...cells, width: Math.min(cells.width, width) };
}

function isParameter({ column }: Cells): boolean {
  return column.key === 'parameter';
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

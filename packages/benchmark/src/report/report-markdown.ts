import { type ColumnKey, columnOf, type ReportColumn, TABLE_COLUMNS } from './report-columns.ts';
import { DATASET_TITLES } from './report-datasets.ts';
import type { BenchmarkReport } from './report-row.ts';

/**
 * A report for documents: a table, then the notes as a list. Ends with a line break.
 *
 * @param keys - The columns from left to right. @default both datasets side by side
 */
export function reportMarkdown(
  { rows, notes }: BenchmarkReport,
  keys: readonly ColumnKey[] = TABLE_COLUMNS,
): string {
  const columns = keys.map(columnOf);
  const lines = [
    line(columns.map(titleOf)),
    line(columns.map(({ figure }) => (figure === null ? '---' : '---:'))),
    ...rows.map((row) => line(columns.map(({ textOf }) => escapeMarkdown(textOf(row))))),
    '',
    ...notes.map((note) => `- ${escapeMarkdown(note)}`),
  ];
  return `${lines.join('\n')}\n`;
}

function titleOf({ dataset, title }: ReportColumn): string {
  if (dataset === null) return title;
  const isAbbreviation = title === title.toUpperCase();
  return `${DATASET_TITLES[dataset]} ${isAbbreviation ? title : title.toLowerCase()}`;
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** What would be markup, or end a cell, stands for itself. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>|]/g, '\\$&').replace(/\s+/g, ' ');
}

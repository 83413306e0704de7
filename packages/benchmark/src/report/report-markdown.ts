import { columnOf, type ReportColumn, TABLE_COLUMNS } from './report-columns.ts';
import { DATASET_TITLES } from './report-datasets.ts';
import type { BenchmarkReport } from './report-row.ts';

/** A report for documents: a table, then the notes as a list. Ends with a line break. */
export function reportMarkdown({ rows, notes }: BenchmarkReport): string {
  const columns = TABLE_COLUMNS.map(columnOf);
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
  return dataset === null ? title : `${DATASET_TITLES[dataset]} ${title.toLowerCase()}`;
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** What would be markup, or end a cell, stands for itself. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>|]/g, '\\$&').replace(/\s+/g, ' ');
}

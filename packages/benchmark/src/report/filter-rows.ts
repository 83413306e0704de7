import type { ReportRow } from './report-row.ts';

/** Whether every word of a text is in the name or the parameters of a row, in capitals or not. */
export function matchesText({ name, parameterText }: ReportRow, text: string): boolean {
  const searched = `${name} ${parameterText}`.toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => searched.includes(word));
}

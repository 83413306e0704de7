import type { BenchmarkReport } from './report-row.ts';

/** A report for programs: `version` changes when a field does, not when one comes to them. */
export interface ReportDocument extends BenchmarkReport {
  readonly version: 1;
}

/** The report as data that `JSON.stringify` takes. */
export function reportJson({ rows, agreement, notes }: BenchmarkReport): ReportDocument {
  return { version: 1, notes, agreement, rows };
}

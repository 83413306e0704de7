import type { BenchmarkReport, Disagreement, ReportRow } from './report-row.ts';

/** A report for programs. Its fields stay; new ones raise nothing, changed ones raise `version`. */
export interface ReportDocument {
  readonly version: 1;
  readonly notes: readonly string[];
  /** With MNIST of the paper, within 0.01. */
  readonly agreement: {
    readonly compared: number;
    readonly agreeing: number;
    readonly disagreements: readonly Disagreement[];
  };
  readonly rows: readonly ReportRow[];
}

/** The report as data that `JSON.stringify` takes. */
export function reportJson({ rows, agreement, notes }: BenchmarkReport): ReportDocument {
  return { version: 1, notes, agreement, rows };
}

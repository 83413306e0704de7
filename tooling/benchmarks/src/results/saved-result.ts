import type { Machine } from '../runner/describe-machine.ts';
import type { BenchmarkReport } from '../runner/run-benchmark.ts';

/** The last figures of a benchmark, and where they come from. */
export interface SavedResult {
  /** The day, as `2026-11-24`. */
  readonly date: string;
  readonly machine: Machine;
  readonly report: BenchmarkReport;
}

import type { Benchmark } from './benchmark.ts';
import { type ComparisonReport, type RunOptions, runComparison } from './run-comparison.ts';

export interface BenchmarkReport {
  readonly name: string;
  readonly question: string;
  readonly comparisons: readonly ComparisonReport[];
}

/** Prepares a benchmark, runs its comparisons one after the other, and clears up whatever happens. */
export async function runBenchmark(benchmark: Benchmark, options: RunOptions): Promise<BenchmarkReport> {
  const actions: (() => void | Promise<void>)[] = [];
  try {
    const prepared = await benchmark.prepare({ defer: (action) => void actions.push(action) });
    const comparisons: ComparisonReport[] = [];
    for (const comparison of prepared) comparisons.push(await runComparison(comparison, options));
    return { name: benchmark.name, question: benchmark.question, comparisons };
  } finally {
    for (const action of actions.toReversed()) await action();
  }
}

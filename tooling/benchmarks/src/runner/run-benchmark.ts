import type { Benchmark, Extent } from './benchmark.ts';
import { type ComparisonReport, type RunOptions, runComparison } from './run-comparison.ts';

export interface BenchmarkReport {
  readonly name: string;
  readonly question: string;
  readonly rounds: number;
  readonly comparisons: readonly ComparisonReport[];
}

export interface BenchmarkOptions extends Omit<RunOptions, 'rounds'>, Extent {
  /** @default the benchmark's own number, else 7 */
  readonly rounds?: number | undefined;
}

const DEFAULT_ROUNDS = 7;

/** Prepares a benchmark, runs its comparisons one after the other, and clears up whatever happens. */
export async function runBenchmark(
  { name, question, rounds: ownRounds = DEFAULT_ROUNDS, prepare }: Benchmark,
  { rounds = ownRounds, imageCount, ...options }: BenchmarkOptions,
): Promise<BenchmarkReport> {
  const actions: (() => void | Promise<void>)[] = [];
  try {
    const prepared = await prepare({ defer: (action) => void actions.push(action) }, { imageCount });
    const comparisons: ComparisonReport[] = [];
    for (const comparison of prepared)
      comparisons.push(await runComparison(comparison, { rounds, ...options }));
    return { name, question, rounds, comparisons };
  } finally {
    for (const action of actions.toReversed()) await action();
  }
}

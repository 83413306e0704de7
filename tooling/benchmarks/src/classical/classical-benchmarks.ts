import { ourPool } from '../embedding/our-pool.ts';
import type { Benchmark } from '../runner/benchmark.ts';
import { contestComparisons } from './contest-comparisons.ts';
import { FAMILIES } from './families.ts';

/** A benchmark per family of classifiers. */
export const classicalBenchmarks: readonly Benchmark[] = FAMILIES.map(
  ({ name, question, contests, rounds = 3, isSlow = false }) => ({
    name,
    question,
    rounds,
    isSlow,
    async prepare(cleanup, { imageCount }) {
      const pool = await ourPool(cleanup);
      const comparisons = [];
      for (const contest of contests)
        comparisons.push(await contestComparisons(contest, pool, cleanup, imageCount));
      return comparisons.flat();
    },
  }),
);

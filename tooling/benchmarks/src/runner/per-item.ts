import type { Contender } from './benchmark.ts';

/** The same contender, its figure divided by the number of items that one measurement works through. */
export function perItem(contender: Contender, itemCount: number): Contender {
  return { ...contender, measure: async () => (await contender.measure()) / itemCount };
}

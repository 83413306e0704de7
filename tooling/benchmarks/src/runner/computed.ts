import type { Contender } from './benchmark.ts';

/** A contender whose figure comes of work that others have done already: it is looked up, or computed once. */
export function computed(name: string, figure: () => number | Promise<number>): Contender {
  return { name, warmUp: () => {}, measure: figure };
}

import type { AbsentContender, Contender } from './benchmark.ts';

const MS_PER_SECOND = 1000;

/** The same contender, its milliseconds turned into how many pieces it does in a second. @param count - Pieces that it did. */
export function perSecond(
  contender: Contender | AbsentContender,
  count: number,
): Contender | AbsentContender {
  if (!('measure' in contender)) return contender;
  return { ...contender, measure: async () => (count / (await contender.measure())) * MS_PER_SECOND };
}

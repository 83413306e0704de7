import type { Work } from '../compute/command.ts';

/** Elements that a thread takes at a time: some twenty microseconds, so that less is not worth waking others. */
export const ELEMENTS_AT_A_TIME = 32_768;

/** Work on elements, four at a time; `cost` is how many times longer one takes than to copy it. */
export function fours(elementCount: number, cost = 1): Work {
  return { total: Math.ceil(elementCount / 4), grain: ELEMENTS_AT_A_TIME / 4 / cost };
}

/** Work on items of so many elements each. */
export function items(total: number, elementsEach: number, cost = 1): Work {
  return { total, grain: Math.max(1, Math.floor(ELEMENTS_AT_A_TIME / Math.max(1, elementsEach * cost))) };
}

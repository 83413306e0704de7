import type { Work } from '../compute/command.ts';

/** Fours that a thread takes at a time: 64 kB of float32, some ten microseconds. */
const FOURS_AT_A_TIME = 4096;

/** Work on elements, four at a time. */
export function fours(elementCount: number): Work {
  return { total: Math.ceil(elementCount / 4), grain: FOURS_AT_A_TIME };
}

import type { Answers } from './answers.ts';
import type { Cell } from './confusion.ts';

/** Most surely wrong first, or most doubtful first, right or wrong. */
export type Order = 'surest' | 'doubtful';

interface RankingOptions {
  readonly order: Order;
  /** Only images of this cell, right or wrong. */
  readonly cell: Cell | undefined;
}

/** Room for a place behind a key of 32 bits, in the 53 bits of a whole number: without a comparator, sorting is fast. */
const PLACES = 2 ** 20;

/**
 * Positions among the answers, in the order in which they are worth a look; equal ones in the order of their ids.
 * Without a cell, `surest` ranks wrong answers only.
 */
export function rank(answers: Answers, { order, cell }: RankingOptions): Uint32Array {
  const { labels, predicted, confidence, margin } = answers;
  const isWanted = (at: number) => {
    if (cell !== undefined) return labels[at] === cell.label && predicted[at] === cell.predicted;
    return order === 'doubtful' || labels[at] !== predicted[at];
  };
  const keys = order === 'surest' ? descending(confidence) : ascending(margin);
  const sortable = new Float64Array(labels.length);
  let count = 0;
  for (let at = 0; at < labels.length; at++) {
    if (isWanted(at)) sortable[count++] = (keys[at] ?? 0) * PLACES + at;
  }
  return Uint32Array.from(sortable.subarray(0, count).toSorted(), (value) => value % PLACES);
}

/** The bits of numbers that are not negative are in the order of the numbers. */
function ascending(values: Float32Array): Uint32Array {
  return new Uint32Array(values.buffer, values.byteOffset, values.length);
}

function descending(values: Float32Array): Uint32Array {
  return ascending(values).map((bits) => 2 ** 32 - 1 - bits);
}

/** The ids of a cell. */
export function idsIn({ ids, labels, predicted }: Answers, cell: Cell): Uint32Array {
  return ids.filter((_, at) => labels[at] === cell.label && predicted[at] === cell.predicted);
}

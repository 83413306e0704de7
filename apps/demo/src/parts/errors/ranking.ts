import type { Answers } from './answers.ts';
import type { Cell } from './confusion.ts';

/** Most surely wrong first, or most doubtful first, right or wrong. */
export type Order = 'surest' | 'doubtful';

interface RankingOptions {
  readonly order: Order;
  /** Only images of this cell, right or wrong. */
  readonly cell: Cell | undefined;
}

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
  const wanted = new Uint32Array(labels.length);
  let count = 0;
  for (let at = 0; at < labels.length; at++) if (isWanted(at)) wanted[count++] = at;
  const key = order === 'surest' ? confidence.map((value) => -value) : margin;
  return wanted.subarray(0, count).toSorted((a, b) => (key[a] ?? 0) - (key[b] ?? 0) || a - b);
}

/** The ids of a cell. */
export function idsIn({ ids, labels, predicted }: Answers, cell: Cell): Uint32Array {
  return ids.filter((_, at) => labels[at] === cell.label && predicted[at] === cell.predicted);
}

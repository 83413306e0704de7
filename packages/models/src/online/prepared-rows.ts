import { type Command, command } from '@fashion-mnist/kernels';
import type { PlacedLearner } from './placed-learner.ts';

/** Some samples as rows of features in the memory of a pool. */
export interface PreparedRows {
  /** Pointer to the sample of each row. */
  readonly order: number;
  readonly first: number;
  readonly count: number;
}

const ROWS_PER_PIECE = 32;

/** Commands that prepare the samples of an order as rows, some at a time, each followed by what is done with them. */
export function inPreparedRows(
  { samples, rows, chunkRows }: PlacedLearner,
  order: number,
  sampleCount: number,
  use: (rows: PreparedRows) => Command,
): Command[] {
  const commands: Command[] = [];
  for (let first = 0; first < sampleCount; first += chunkRows) {
    const chunk = { order: order + 4 * first, first, count: Math.min(chunkRows, sampleCount - first) };
    const work = { total: chunk.count, grain: ROWS_PER_PIECE };
    commands.push(command('prepareRows', work, ...samples, chunk.order, rows), use(chunk));
  }
  return commands;
}

import { createRng, reportProgress } from '@fashion-mnist/core';
import type { Command, WorkerPool } from '@fashion-mnist/kernels';
import type { SearchRun } from './margin-problem.ts';

/** Numbers of a state, as the kernels of coordinate descent keep it. */
const STATE_LENGTH = 10;
const EPOCHS = 2;
const OUTCOME = 3;
const CONVERGED = 1;

/** Multiply-adds of a command on one item: some 20 ms, so that an abort is heard soon. */
const ROUND_MULTIPLY_ADDS = 4e7;

/** Searches in the memory of a pool. */
export interface Searches {
  readonly states: number;
  readonly count: number;
  readonly epochLimit: number;
}

/** How a search has ended. */
export interface SearchEnd {
  readonly epochs: number;
  /** Whether it ended within its tolerance, and not at the last epoch. */
  readonly isConverged: boolean;
}

/**
 * States of searches before they begin, each with a stream of chance of its own.
 *
 * @param activeCount - Coordinates that an epoch visits.
 * @param ofMethod - Up to five numbers.
 */
export function initialStates(
  count: number,
  activeCount: number,
  ofMethod: readonly number[],
  seed = 0,
): Float64Array {
  const rng = createRng(seed);
  const states = new Float64Array(count * STATE_LENGTH);
  for (let search = 0; search < count; search++) {
    // Xorshift stays at 0 for ever.
    const random = rng.split(search).nextUint32() || 1;
    states.set([0, activeCount, 0, 0, random, ...ofMethod], search * STATE_LENGTH);
  }
  return states;
}

/** How many visits of coordinates make a round, when each takes so many multiply-adds. */
export function visitsPerRound(multiplyAdds: number): number {
  return Math.max(1, Math.floor(ROUND_MULTIPLY_ADDS / multiplyAdds));
}

/** Repeats commands until every search has ended. */
export async function searchInRounds(
  pool: WorkerPool,
  { states, count, epochLimit }: Searches,
  { signal, onProgress }: SearchRun,
  commandsOf: (round: number) => readonly Command[],
): Promise<SearchEnd[]> {
  for (let round = 0; ; round++) {
    await pool.submit(commandsOf(round), { signal });
    const values = await pool.read(Float64Array, states, count * STATE_LENGTH);
    const numbers = (place: number) =>
      Array.from({ length: count }, (_, search) => values[search * STATE_LENGTH + place]!);
    const [epochs, outcomes] = [numbers(EPOCHS), numbers(OUTCOME)];
    const ofOpen = epochs.filter((_, search) => outcomes[search] === 0);
    const completed = Math.min(epochLimit, ...ofOpen);
    reportProgress(onProgress, { stage: 'fit', completed, total: epochLimit, unit: 'epochs' });
    if (ofOpen.length === 0)
      return epochs.map((done, search) => ({ epochs: done, isConverged: outcomes[search] === CONVERGED }));
  }
}

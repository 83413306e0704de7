import { type Command, command, singleCommand } from '@fashion-mnist/kernels';
import type { Arena } from './arena.ts';
import type { CasesOf } from './kernel-case.ts';

const ITEMS = 1_000_000;
const KEYS = 10_000;
const SIZE = '1 million items, 10,000 keys';

/** The three commands of a counting sort, and its results. */
export interface CountingSort {
  readonly count: Command;
  readonly start: Command;
  readonly order: Command;
  readonly orderPointer: number;
  readonly startsPointer: number;
}

/** Allocates what it takes to sort items by their keys. */
export function countingSort(
  { room }: Arena,
  keys: number,
  itemCount: number,
  keyCount: number,
): CountingSort {
  const work = { total: itemCount, grain: Math.ceil(itemCount / 16) };
  const pieceCount = Math.ceil(work.total / work.grain);
  const histograms = room(4 * pieceCount * keyCount);
  const [startsPointer, orderPointer] = [room(4 * (keyCount + 1)), room(4 * itemCount)];
  return {
    count: command('countKeys', work, keys, keyCount, histograms, work.grain),
    start: singleCommand('startKeys', keyCount, pieceCount, histograms, startsPointer),
    order: command('orderByKey', work, keys, keyCount, histograms, orderPointer, work.grain),
    orderPointer,
    startsPointer,
  };
}

async function sortOf(arena: Arena): Promise<CountingSort> {
  return countingSort(arena, await arena.int32(ITEMS, KEYS), ITEMS, KEYS);
}

export const countingSortCases: CasesOf<'countKeys' | 'startKeys' | 'orderByKey'> = {
  countKeys: { size: SIZE, place: async (arena) => (await sortOf(arena)).count },
  startKeys: {
    size: SIZE,
    async place(arena) {
      const { count, start } = await sortOf(arena);
      await arena.run(count);
      return start;
    },
  },
  orderByKey: {
    size: SIZE,
    async place(arena) {
      const { count, start, order } = await sortOf(arena);
      await arena.run(count, start);
      return order;
    },
  },
};

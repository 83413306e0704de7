import { type Command, command, type Region, singleCommand } from '@fashion-mnist/kernels';

/** Items with small whole numbers as keys, in the memory of a pool. */
export interface KeyedItems {
  /** `Int32Array` of `itemCount`, `0..keyCount - 1`. */
  readonly keys: number;
  readonly keyCount: number;
  readonly itemCount: number;
  /** `Int32Array` of `itemCount`, to be written: the items in the order of their keys, equal ones as they come. */
  readonly order: number;
}

export interface Sorting {
  readonly commands: readonly Command[];
  /** `Int32Array` of `keyCount + 1`: where each key starts in the order, and where all end. */
  readonly starts: number;
}

const PIECES = 16;

/** A counting sort as commands; what it needs of memory is of `region`. */
export function sortByKey(region: Region, { keys, keyCount, itemCount, order }: KeyedItems): Sorting {
  const pieces = { total: itemCount, grain: Math.max(1, Math.ceil(itemCount / PIECES)) };
  const pieceCount = Math.ceil(pieces.total / pieces.grain);
  const histograms = region.alloc(4 * pieceCount * keyCount);
  const starts = region.alloc(4 * (keyCount + 1));
  return {
    starts,
    commands: [
      command('countKeys', pieces, keys, keyCount, histograms, pieces.grain),
      singleCommand('startKeys', keyCount, pieceCount, histograms, starts),
      command('orderByKey', pieces, keys, keyCount, histograms, order, pieces.grain),
    ],
  };
}

/** A stable counting sort in three commands: count, start, order. Counts of each piece of items lie in a slot of its own. */
export interface CountingSortKernels {
  /**
   * Counts how often each key comes among the items of a piece.
   *
   * @param keys - `Int32Array`, `0..keyCount - 1`.
   * @param histograms - `Int32Array` `[pieceCount, keyCount]`, written.
   * @param grain - Items of a piece, as in the command.
   */
  countKeys(
    keys: number,
    keyCount: number,
    histograms: number,
    grain: number,
    begin: number,
    end: number,
  ): void;

  /**
   * Turns counts into the places where the items of each piece go: key by key, piece by piece. One item.
   *
   * @param starts - `Int32Array` of `keyCount + 1`, written: where each key starts, and where all end.
   */
  startKeys(
    keyCount: number,
    pieceCount: number,
    histograms: number,
    starts: number,
    begin: number,
    end: number,
  ): void;

  /**
   * Writes the items in the order of their keys, equal ones as they come.
   *
   * @param histograms - As `startKeys` left them; used up.
   * @param order - `Int32Array`, an entry per item, written.
   */
  orderByKey(
    keys: number,
    keyCount: number,
    histograms: number,
    order: number,
    grain: number,
    begin: number,
    end: number,
  ): void;
}

export const COUNTING_SORT_KERNELS: readonly (keyof CountingSortKernels)[] = [
  'countKeys',
  'startKeys',
  'orderByKey',
];

import { ROW_BYTES } from './strip';

/** Writes four vectors as the columns of four rows of one part of a panel. */
export function storeTransposed(to: usize, a: v128, b: v128, c: v128, d: v128): void {
  const lowAB = v128.shuffle<i32>(a, b, 0, 4, 1, 5);
  const lowCD = v128.shuffle<i32>(c, d, 0, 4, 1, 5);
  const highAB = v128.shuffle<i32>(a, b, 2, 6, 3, 7);
  const highCD = v128.shuffle<i32>(c, d, 2, 6, 3, 7);
  v128.store(to, v128.shuffle<i32>(lowAB, lowCD, 0, 1, 4, 5));
  v128.store(to + ROW_BYTES, v128.shuffle<i32>(lowAB, lowCD, 2, 3, 6, 7));
  v128.store(to + 2 * ROW_BYTES, v128.shuffle<i32>(highAB, highCD, 0, 1, 4, 5));
  v128.store(to + 3 * ROW_BYTES, v128.shuffle<i32>(highAB, highCD, 2, 3, 6, 7));
}

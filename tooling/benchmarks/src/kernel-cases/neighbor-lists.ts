import type { Arena } from './arena.ts';

/** Lists of neighbours as a search gives them: the item itself, then others, ever farther. */
export interface NeighborLists {
  /** `Int32Array` `[rowCount, width]`. */
  readonly indices: number;
  /** `Float32Array` of the same shape. */
  readonly distances: number;
}

/** Neighbours at a fixed stride, which is coprime to the usual numbers of rows. */
const STRIDE = 37;

export async function neighborLists(
  { values }: Arena,
  rowCount: number,
  width: number,
): Promise<NeighborLists> {
  const shape = { length: rowCount * width };
  const rankOf = (i: number) => i % width;
  const neighborOf = (_: unknown, i: number) => (Math.floor(i / width) + STRIDE * rankOf(i)) % rowCount;
  const distanceOf = (_: unknown, i: number) => (rankOf(i) === 0 ? 0 : 1000 + 10 * rankOf(i));
  return {
    indices: await values(Int32Array.from(shape, neighborOf)),
    distances: await values(Float32Array.from(shape, distanceOf)),
  };
}

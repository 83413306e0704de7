/** The inverse of a permutation. */
export function umapInvert(order: usize, inverse: usize, begin: i32, end: i32): void {
  for (let i = begin; i < end; i++)
    store<i32>(inverse + ((<usize>load<i32>(order + ((<usize>i) << 2))) << 2), i);
}

/** Copies points in a new order: `to[i] = from[order[i]]`. */
export function umapGatherPoints(from: usize, order: usize, to: usize, begin: i32, end: i32): void {
  for (let i = begin; i < end; i++) {
    const source = from + ((<usize>load<i32>(order + ((<usize>i) << 2))) << 3);
    store<u64>(to + ((<usize>i) << 3), load<u64>(source));
  }
}

/** Copies points as they are. */
export function umapCopyPoints(from: usize, to: usize, begin: i32, end: i32): void {
  const offset = (<usize>begin) << 3;
  memory.copy(to + offset, from + offset, (<usize>(end - begin)) << 3);
}

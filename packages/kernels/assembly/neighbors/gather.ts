/** Copies rows of bytes into an order: row `order[i]` to place `i`. Items are rows. */
export function gatherRows(from: usize, order: usize, rowBytes: i32, to: usize, begin: i32, end: i32): void {
  const bytes = <usize>rowBytes;
  for (let at: usize = <usize>begin; at < <usize>end; at++)
    memory.copy(to + at * bytes, from + (<usize>load<i32>(order + (at << 2))) * bytes, bytes);
}

/**
 * Writes the fuzzy union `w + w' - w w'` of memberships in both directions, in rows sorted by column; a row is filled
 * up with entries of no weight that point to itself.
 */
export function umapUnionRows(
  indices: usize,
  weights: usize,
  neighborCount: i32,
  order: usize,
  starts: usize,
  rowStarts: usize,
  columns: usize,
  values: usize,
  begin: i32,
  end: i32,
): void {
  for (let row = begin; row < end; row++) {
    const lastOwn = (row + 1) * neighborCount;
    const lastEdge = load<i32>(starts + ((<usize>row) << 2), 4);
    const lastEntry = load<i32>(rowStarts + ((<usize>row) << 2), 4);
    let own = row * neighborCount;
    let edge = load<i32>(starts + ((<usize>row) << 2));
    for (let entry = load<i32>(rowStarts + ((<usize>row) << 2)); entry < lastEntry; entry++) {
      const target = own < lastOwn ? load<i32>(indices + ((<usize>own) << 2)) : i32.MAX_VALUE;
      const listed = edge < lastEdge ? load<i32>(order + ((<usize>edge) << 2)) : 0;
      const source = edge < lastEdge ? listed / neighborCount : i32.MAX_VALUE;
      const column = min(target, source);
      const isOwn = own < lastOwn && target == column;
      const isOther = edge < lastEdge && source == column;
      const weight: f32 = isOwn ? load<f32>(weights + ((<usize>own) << 2)) : 0;
      const other: f32 = isOther ? load<f32>(weights + ((<usize>listed) << 2)) : 0;
      own += i32(isOwn);
      edge += i32(isOther);
      store<i32>(columns + ((<usize>entry) << 2), isOwn || isOther ? column : row);
      store<f32>(values + ((<usize>entry) << 2), weight + other - weight * other);
    }
  }
}

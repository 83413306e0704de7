/**
 * Writes rows of a function of the distances around the first node of a periodic grid: `q = 1 / (1 + x^2 + y^2)` (0),
 * `q^2 x` (1) or `q^2 y` (2). Halfway around, where its sign is open, an odd function is zero.
 */
export function tsneTable(size: i32, spacing: f64, which: i32, field: usize, begin: i32, end: i32): void {
  const isX = which == 1;
  for (let row = begin; row < end; row++) {
    const y = distance(row, size, which == 2) * spacing;
    const ySquare = squaredDistance(row, size, spacing);
    for (let column = 0; column < size; column++) {
      const closeness = 1 / (1 + squaredDistance(column, size, spacing) + ySquare);
      const along = isX ? distance(column, size, true) * spacing : y;
      const value = which == 0 ? closeness : closeness * closeness * along;
      store<f32>(field + ((<usize>(row * size + column)) << 2), <f32>value);
    }
  }
}

function distance(node: i32, size: i32, isOdd: bool): f64 {
  if (node << 1 < size) return <f64>node;
  return isOdd && node << 1 == size ? 0 : <f64>(node - size);
}

function squaredDistance(node: i32, size: i32, spacing: f64): f64 {
  const length = distance(node, size, false) * spacing;
  return length * length;
}

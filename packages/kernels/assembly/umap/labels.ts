/**
 * Weakens edges between items of different labels, or of which one has none (-1), and scales each row so that its
 * largest weight is 1.
 */
export function umapIntersectLabels(
  rowStarts: usize,
  columns: usize,
  values: usize,
  labels: usize,
  farDistance: f64,
  unknownDistance: f64,
  begin: i32,
  end: i32,
): void {
  const far = <f32>Math.exp(-farDistance);
  const unknown = <f32>Math.exp(-unknownDistance);
  for (let row = begin; row < end; row++) {
    const first = load<i32>(rowStarts + ((<usize>row) << 2));
    const last = load<i32>(rowStarts + ((<usize>row) << 2), 4);
    const label = load<i32>(labels + ((<usize>row) << 2));
    let largest: f32 = 0;
    for (let entry = first; entry < last; entry++) {
      const other = load<i32>(labels + ((<usize>load<i32>(columns + ((<usize>entry) << 2))) << 2));
      const value = values + ((<usize>entry) << 2);
      if (label == -1 || other == -1) store<f32>(value, load<f32>(value) * unknown);
      else if (label != other) store<f32>(value, load<f32>(value) * far);
      largest = max(largest, load<f32>(value));
    }
    if (largest == 0) continue;
    for (let entry = first; entry < last; entry++) {
      const value = values + ((<usize>entry) << 2);
      store<f32>(value, load<f32>(value) / largest);
    }
  }
}

/** Writes the fuzzy union of every entry with the one on the other side of the diagonal. */
export function umapReunite(
  rowStarts: usize,
  columns: usize,
  values: usize,
  united: usize,
  begin: i32,
  end: i32,
): void {
  for (let row = begin; row < end; row++) {
    const last = load<i32>(rowStarts + ((<usize>row) << 2), 4);
    for (let entry = load<i32>(rowStarts + ((<usize>row) << 2)); entry < last; entry++) {
      const weight = load<f32>(values + ((<usize>entry) << 2));
      const other = weightAt(rowStarts, columns, values, load<i32>(columns + ((<usize>entry) << 2)), row);
      store<f32>(united + ((<usize>entry) << 2), weight + other - weight * other);
    }
  }
}

function weightAt(rowStarts: usize, columns: usize, values: usize, row: i32, column: i32): f32 {
  const last = load<i32>(rowStarts + ((<usize>row) << 2), 4);
  for (let entry = load<i32>(rowStarts + ((<usize>row) << 2)); entry < last; entry++)
    if (load<i32>(columns + ((<usize>entry) << 2)) == column) return load<f32>(values + ((<usize>entry) << 2));
  return 0;
}

/** One over the square root of the sum of each row's weights, or 0. */
export function umapRowScales(rowStarts: usize, values: usize, scales: usize, begin: i32, end: i32): void {
  for (let row = begin; row < end; row++) {
    const last = load<i32>(rowStarts + ((<usize>row) << 2), 4);
    let degree: f64 = 0;
    for (let entry = load<i32>(rowStarts + ((<usize>row) << 2)); entry < last; entry++)
      degree += <f64>load<f32>(values + ((<usize>entry) << 2));
    store<f64>(scales + ((<usize>row) << 3), degree > 0 ? 1 / Math.sqrt(degree) : 0);
  }
}

/** Half of each vector, and half of its product with the scaled rows: a matrix with eigenvalues in 0..1. */
export function umapDiffuse(
  rowStarts: usize,
  columns: usize,
  values: usize,
  scales: usize,
  rowCount: i32,
  vectorCount: i32,
  from: usize,
  to: usize,
  begin: i32,
  end: i32,
): void {
  for (let row = begin; row < end; row++) {
    const first = load<i32>(rowStarts + ((<usize>row) << 2));
    const last = load<i32>(rowStarts + ((<usize>row) << 2), 4);
    const scale = load<f64>(scales + ((<usize>row) << 3));
    for (let vector = 0; vector < vectorCount; vector++) {
      const start = (<usize>vector * <usize>rowCount) << 3;
      let sum: f64 = 0;
      for (let entry = first; entry < last; entry++) {
        const column = (<usize>load<i32>(columns + ((<usize>entry) << 2))) << 3;
        const weight = <f64>load<f32>(values + ((<usize>entry) << 2)) * load<f64>(scales + column);
        sum += weight * load<f64>(from + start + column);
      }
      const at = start + ((<usize>row) << 3);
      store<f64>(to + at, 0.5 * (load<f64>(from + at) + scale * sum));
    }
  }
}

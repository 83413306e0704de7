/** Divides the repulsion of each point by the potential there (the second number of each pair), its own normalisation. */
export function tsneNormalise(repulsion: usize, potentials: usize, begin: i32, end: i32): void {
  for (let i = begin; i < end; i++) {
    const at = (<usize>i) << 3;
    const normalisation = max<f32>(load<f32>(potentials + at, 4), 1e-12);
    store<f32>(repulsion + at, load<f32>(repulsion + at) / normalisation);
    store<f32>(repulsion + at, load<f32>(repulsion + at, 4) / normalisation, 4);
  }
}

/** Puts points at the weighted means of their targets; rows of `stride` weights add up to one. */
export function tsneMeans(
  targets: usize,
  stride: i32,
  columns: usize,
  weights: usize,
  points: usize,
  begin: i32,
  end: i32,
): void {
  for (let i = begin; i < end; i++) {
    let x: f32 = 0;
    let y: f32 = 0;
    for (let e = (<usize>(i * stride)) << 2, last = e + ((<usize>stride) << 2); e < last; e += 4) {
      const target = targets + ((<usize>load<i32>(columns + e)) << 3);
      const weight = load<f32>(weights + e);
      x += weight * load<f32>(target);
      y += weight * load<f32>(target, 4);
    }
    store<f32>(points + ((<usize>i) << 3), x);
    store<f32>(points + ((<usize>i) << 3), y, 4);
  }
}

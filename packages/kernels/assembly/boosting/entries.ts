/** The count of an entry lies below its gradient. */
export const COUNT_BITS: i64 = 24;
export const COUNT_MASK: i64 = (1 << 24) - 1;

/**
 * What a row adds to a histogram: two int64, its gradient in whole units above a count of one, and its curvature in
 * whole units. Sums of whole numbers are the same in any order. Items are rows of all trees, tree by tree.
 */
export function packEntries(
  gradients: usize, curvatures: usize, weights: usize, rowCount: i32, gradientScale: f64, curvatureScale: f64,
  entries: usize, begin: i32, end: i32,
): void {
  for (let item = begin; item < end; item++) {
    const at = (<usize>item) << 3;
    const weight = weights === 0 ? 1.0 : load<f64>(weights + ((<usize>(item % rowCount)) << 3));
    const gradient = weight * load<f64>(gradients + at) * gradientScale;
    const curvature = weight * (curvatures === 0 ? 1.0 : load<f64>(curvatures + at)) * curvatureScale;
    const entry = entries + ((<usize>item) << 4);
    store<i64>(entry, ((<i64>nearest<f64>(gradient)) << COUNT_BITS) + 1);
    store<i64>(entry, <i64>nearest<f64>(curvature), 8);
  }
}

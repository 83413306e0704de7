/** Zeros in place of whatever is there. Items are float64. */
export function clearSums(sums: usize, begin: i32, end: i32): void {
  memory.fill(sums + ((<usize>begin) << 3), 0, (<usize>(end - begin)) << 3);
}

/**
 * The covariance, whole and symmetric, from the upper triangle of the sums of products. Items are rows,
 * each with the part of the column that mirrors it.
 *
 * @param stride - Elements from one row of `products` to the next.
 */
export function covarianceFromSums(
  products: usize, stride: i32, sums: usize, sampleCount: i32, featureCount: i32, covariance: usize, variances: usize,
  begin: i32, end: i32,
): void {
  const count = f64x2.splat(<f64>sampleCount), divisor = f64x2.splat(<f64>(sampleCount - 1));
  const rowBytes = (<usize>featureCount) << 3;
  for (let i = begin; i < end; i++) {
    const from = products + (((<usize>i) * (<usize>stride)) << 3);
    const row = covariance + (<usize>i) * rowBytes;
    const column = covariance + ((<usize>i) << 3);
    const sum = f64x2.splat(load<f64>(sums + ((<usize>i) << 3)));
    for (let j = i; j < featureCount; j += 2) {
      const at = (<usize>j) << 3;
      const isLast = j + 1 === featureCount;
      const other = isLast ? v128.load64_zero(sums + at) : v128.load(sums + at);
      const product = isLast ? v128.load64_zero(from + at) : v128.load(from + at);
      const value = f64x2.div(f64x2.sub(product, f64x2.div(f64x2.mul(sum, other), count)), divisor);
      v128.store64_lane(row + at, value, 0);
      v128.store64_lane(column + (<usize>j) * rowBytes, value, 0);
      if (isLast) break;
      v128.store64_lane(row + at + 8, value, 1);
      v128.store64_lane(column + (<usize>(j + 1)) * rowBytes, value, 1);
    }
    store<f64>(variances + ((<usize>i) << 3), load<f64>(column + (<usize>i) * rowBytes));
  }
}

import { fourAt, solveForward } from './four-vectors';

/** `prior - |factor^-1 (roots * covariances)|^2` for rows of covariances. Items are rows. */
export function gpVariances(
  factor: usize, size: i32, roots: usize, covariances: usize, prior: f64, variances: usize, begin: i32, end: i32,
): void {
  const rowBytes = (<usize>size) << 3;
  for (let first = begin; first < end; first += 4) {
    const count = min(4, end - first);
    for (let i = 0; i < size; i++) {
      const root = load<f64>(roots + ((<usize>i) << 3));
      for (let k = 0; k < 4; k++) {
        const row = covariances + (<usize>(first + min(k, count - 1))) * rowBytes;
        store<f64>(fourAt(i) + ((<usize>k) << 3), root * load<f64>(row + ((<usize>i) << 3)));
      }
    }
    solveForward(factor, size);
    let low = f64x2.splat(0), high = low;
    for (let i = 0; i < size; i++) {
      const a = v128.load(fourAt(i)), b = v128.load(fourAt(i), 16);
      low = f64x2.add(low, f64x2.mul(a, a));
      high = f64x2.add(high, f64x2.mul(b, b));
    }
    v128.store(fourAt(0), low);
    v128.store(fourAt(0), high, 16);
    for (let k: usize = 0; k < <usize>count; k++)
      store<f64>(variances + (((<usize>first) + k) << 3), prior - load<f64>(fourAt(0) + (k << 3)));
  }
}

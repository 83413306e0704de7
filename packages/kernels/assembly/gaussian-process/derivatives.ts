import { fourAt, solveBackward, solveForward } from './four-vectors';

/** What the derivatives of the marginal likelihood need of each column. Items are columns. */
export function gpDerivatives(
  factor: usize, size: i32, roots: usize, covariances: usize, distances: usize, lengthScale: f64,
  first: usize, second: usize, sums: usize, begin: i32, end: i32,
): void {
  const share = 1 / (lengthScale * lengthScale);
  for (let start = begin; start < end; start += 4) {
    const count = min(4, end - start);
    memory.fill(fourAt(0), 0, (<usize>size) << 5);
    for (let k = 0; k < count; k++) {
      const at = fourAt(start + k) + ((<usize>k) << 3);
      store<f64>(at, load<f64>(roots + ((<usize>(start + k)) << 3)));
    }
    solveForward(factor, size);
    solveBackward(factor, size);
    for (let k = 0; k < count; k++) {
      const place = ((<usize>(start + k)) * (<usize>size)) << 3;
      const to = sums + ((<usize>(start + k)) << 5);
      sumColumn(covariances + place, distances + place, size, roots, k, share, first, second, to);
    }
  }
}

function sumColumn(
  covariances: usize, distances: usize, size: i32, roots: usize, lane: i32, share: f64,
  first: usize, second: usize, to: usize,
): void {
  let bySize: f64 = 0, byLength: f64 = 0, ofFirst: f64 = 0, ofSecond: f64 = 0;
  for (let i = 0; i < size; i++) {
    const place = (<usize>i) << 3;
    const covariance = load<f64>(covariances + place);
    const slope = covariance * load<f64>(distances + place) * share;
    const inverse = load<f64>(roots + place) * load<f64>(fourAt(i) + ((<usize>lane) << 3));
    bySize += inverse * covariance;
    byLength += inverse * slope;
    ofFirst += slope * load<f64>(first + place);
    ofSecond += slope * load<f64>(second + place);
  }
  store<f64>(to, bySize);
  store<f64>(to, byLength, 8);
  store<f64>(to, ofFirst, 16);
  store<f64>(to, ofSecond, 24);
}

import { exponentials } from './exponential';

/** `constant * e^(-distance / (2 lengthScale^2))` of squared distances. Items are elements. */
export function gpCovariances(
  distances: usize, constant: f64, lengthScale: f64, covariances: usize, begin: i32, end: i32,
): void {
  const constants = f64x2.splat(constant);
  const factors = f64x2.splat(-0.5 / (lengthScale * lengthScale));
  let i = begin;
  for (; i + 3 < end; i += 4) {
    const place = (<usize>i) << 3;
    const low = exponentials(f64x2.mul(factors, v128.load(distances + place)));
    const high = exponentials(f64x2.mul(factors, v128.load(distances + place, 16)));
    v128.store(covariances + place, f64x2.mul(constants, low));
    v128.store(covariances + place, f64x2.mul(constants, high), 16);
  }
  for (; i + 1 < end; i += 2) {
    const place = (<usize>i) << 3;
    const powers = exponentials(f64x2.mul(factors, v128.load(distances + place)));
    v128.store(covariances + place, f64x2.mul(constants, powers));
  }
  if (i < end) {
    const place = (<usize>i) << 3;
    const powers = exponentials(f64x2.mul(factors, v128.load64_splat(distances + place)));
    v128.store64_lane(covariances + place, f64x2.mul(constants, powers), 0);
  }
}

/** The lower half of the identity plus `roots[i] * covariance * roots[j]`. Items are rows. */
export function gpWeigh(
  covariances: usize, size: i32, roots: usize, matrix: usize, begin: i32, end: i32,
): void {
  for (let row = begin; row < end; row++) {
    const from = covariances + (((<usize>row) * (<usize>size)) << 3);
    const to = matrix + (((<usize>row) * (<usize>size)) << 3);
    const root = load<f64>(roots + ((<usize>row) << 3));
    const factors = f64x2.splat(root);
    const vectorEnd = (<usize>((row + 1) & ~1)) << 3;
    for (let at: usize = 0; at < vectorEnd; at += 16)
      v128.store(to + at, f64x2.mul(f64x2.mul(factors, v128.load(from + at)), v128.load(roots + at)));
    const diagonal = (<usize>row) << 3;
    store<f64>(to + diagonal, root * load<f64>(from + diagonal) * root + 1);
  }
}

import { sumF64 } from '../lanes';

/** `alpha x + beta y + gamma z`, element by element of float64; the result may lie in any of them. */
export function combineVectors(
  x: usize, alpha: f64, y: usize, beta: f64, z: usize, gamma: f64, result: usize, begin: i32, end: i32,
): void {
  const a = f64x2.splat(alpha), b = f64x2.splat(beta), c = f64x2.splat(gamma);
  const last = (<usize>end) << 3;
  let at = (<usize>begin) << 3;
  for (; at + 16 <= last; at += 16) {
    const sum = f64x2.add(f64x2.mul(a, v128.load(x + at)), f64x2.mul(b, v128.load(y + at)));
    v128.store(result + at, f64x2.add(sum, f64x2.mul(c, v128.load(z + at))));
  }
  if (at < last)
    store<f64>(result + at, alpha * load<f64>(x + at) + beta * load<f64>(y + at) + gamma * load<f64>(z + at));
}

/** `|image - value * vector|` of every row. Items are rows. */
export function residualLengths(
  images: usize, values: usize, vectors: usize, length: i32, lengths: usize, begin: i32, end: i32,
): void {
  const rowBytes = (<usize>length) << 3;
  for (let row: usize = <usize>begin; row < <usize>end; row++) {
    const value = load<f64>(values + (row << 3));
    store<f64>(lengths + (row << 3), differenceLength(images + row * rowBytes, value, vectors + row * rowBytes, length));
  }
}

function differenceLength(image: usize, value: f64, vector: usize, length: i32): f64 {
  const factor = f64x2.splat(value);
  let squares = f64x2.splat(0);
  const end = image + ((<usize>length) << 3);
  for (; image + 16 <= end; image += 16, vector += 16) {
    const difference = f64x2.sub(v128.load(image), f64x2.mul(factor, v128.load(vector)));
    squares = f64x2.add(squares, f64x2.mul(difference, difference));
  }
  const last = image < end ? load<f64>(image) - value * load<f64>(vector) : 0;
  return Math.sqrt(sumF64(squares) + last * last);
}

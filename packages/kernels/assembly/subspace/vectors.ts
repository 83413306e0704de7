import { sumF64 } from '../lanes';

/** The inner product of two rows of float64, in eight partial sums. */
export function dot(a: usize, b: usize, length: i32): f64 {
  let s0 = f64x2.splat(0), s1 = s0, s2 = s0, s3 = s0;
  const end = a + ((<usize>length) << 3);
  const vectorEnd = a + ((<usize>(length & ~7)) << 3);
  while (a < vectorEnd) {
    s0 = f64x2.add(s0, f64x2.mul(v128.load(a), v128.load(b)));
    s1 = f64x2.add(s1, f64x2.mul(v128.load(a, 16), v128.load(b, 16)));
    s2 = f64x2.add(s2, f64x2.mul(v128.load(a, 32), v128.load(b, 32)));
    s3 = f64x2.add(s3, f64x2.mul(v128.load(a, 48), v128.load(b, 48)));
    a += 64;
    b += 64;
  }
  let sum = sumF64(f64x2.add(f64x2.add(s0, s1), f64x2.add(s2, s3)));
  for (; a < end; a += 8, b += 8) sum += load<f64>(a) * load<f64>(b);
  return sum;
}

/** `to += factor * from` */
export function addScaled(to: usize, factor: f64, from: usize, length: i32): void {
  const factors = f64x2.splat(factor);
  const end = to + ((<usize>length) << 3);
  const vectorEnd = to + ((<usize>(length & ~3)) << 3);
  while (to < vectorEnd) {
    v128.store(to, f64x2.add(v128.load(to), f64x2.mul(factors, v128.load(from))));
    v128.store(to, f64x2.add(v128.load(to, 16), f64x2.mul(factors, v128.load(from, 16))), 16);
    to += 32;
    from += 32;
  }
  for (; to < end; to += 8, from += 8) store<f64>(to, load<f64>(to) + factor * load<f64>(from));
}

/** Turns two rows in their plane: `(a, b)` becomes `(cosine a - sine b, sine a + cosine b)`. */
export function rotate(a: usize, b: usize, cosine: f64, sine: f64, length: i32): void {
  const c = f64x2.splat(cosine), s = f64x2.splat(sine);
  const end = a + ((<usize>length) << 3);
  const vectorEnd = a + ((<usize>(length & ~1)) << 3);
  while (a < vectorEnd) {
    const x = v128.load(a), y = v128.load(b);
    v128.store(a, f64x2.sub(f64x2.mul(c, x), f64x2.mul(s, y)));
    v128.store(b, f64x2.add(f64x2.mul(s, x), f64x2.mul(c, y)));
    a += 16;
    b += 16;
  }
  if (a < end) {
    const x = load<f64>(a), y = load<f64>(b);
    store<f64>(a, cosine * x - sine * y);
    store<f64>(b, sine * x + cosine * y);
  }
}

export function scale(row: usize, factor: f64, length: i32): void {
  for (let i: usize = 0; i < <usize>length; i++) store<f64>(row + (i << 3), load<f64>(row + (i << 3)) * factor);
}

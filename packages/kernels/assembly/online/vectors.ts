import { sumF32 } from '../lanes';

/** `x · y`: every sixteenth product into the same of sixteen sums. All dot products here add in this order. */
export function dot(x: usize, y: usize, rowBytes: usize): f32 {
  let a = f32x4.splat(0), b = a, c = a, d = a;
  for (const end = x + rowBytes; x < end; x += 64, y += 64) {
    a = f32x4.add(a, f32x4.mul(v128.load(x), v128.load(y)));
    b = f32x4.add(b, f32x4.mul(v128.load(x, 16), v128.load(y, 16)));
    c = f32x4.add(c, f32x4.mul(v128.load(x, 32), v128.load(y, 32)));
    d = f32x4.add(d, f32x4.mul(v128.load(x, 48), v128.load(y, 48)));
  }
  return sumF32(f32x4.add(f32x4.add(a, b), f32x4.add(c, d)));
}

/** The dot products of a row with three others, written as float32. */
export function dotThree(x: usize, y0: usize, y1: usize, y2: usize, rowBytes: usize, products: usize): void {
  let a0 = f32x4.splat(0), b0 = a0, c0 = a0, d0 = a0, a1 = a0, b1 = a0, c1 = a0, d1 = a0;
  let a2 = a0, b2 = a0, c2 = a0, d2 = a0;
  for (let at: usize = 0; at < rowBytes; at += 64) {
    const a = v128.load(x + at);
    a0 = f32x4.add(a0, f32x4.mul(a, v128.load(y0 + at)));
    a1 = f32x4.add(a1, f32x4.mul(a, v128.load(y1 + at)));
    a2 = f32x4.add(a2, f32x4.mul(a, v128.load(y2 + at)));
    const b = v128.load(x + at, 16);
    b0 = f32x4.add(b0, f32x4.mul(b, v128.load(y0 + at, 16)));
    b1 = f32x4.add(b1, f32x4.mul(b, v128.load(y1 + at, 16)));
    b2 = f32x4.add(b2, f32x4.mul(b, v128.load(y2 + at, 16)));
    const c = v128.load(x + at, 32);
    c0 = f32x4.add(c0, f32x4.mul(c, v128.load(y0 + at, 32)));
    c1 = f32x4.add(c1, f32x4.mul(c, v128.load(y1 + at, 32)));
    c2 = f32x4.add(c2, f32x4.mul(c, v128.load(y2 + at, 32)));
    const d = v128.load(x + at, 48);
    d0 = f32x4.add(d0, f32x4.mul(d, v128.load(y0 + at, 48)));
    d1 = f32x4.add(d1, f32x4.mul(d, v128.load(y1 + at, 48)));
    d2 = f32x4.add(d2, f32x4.mul(d, v128.load(y2 + at, 48)));
  }
  store<f32>(products, sumF32(f32x4.add(f32x4.add(a0, b0), f32x4.add(c0, d0))));
  store<f32>(products, sumF32(f32x4.add(f32x4.add(a1, b1), f32x4.add(c1, d1))), 4);
  store<f32>(products, sumF32(f32x4.add(f32x4.add(a2, b2), f32x4.add(c2, d2))), 8);
}

/** `y += factor * x`. */
export function addScaled(x: usize, factor: f32, y: usize, rowBytes: usize): void {
  const factors = f32x4.splat(factor);
  for (const end = x + rowBytes; x < end; x += 32, y += 32) {
    v128.store(y, f32x4.add(v128.load(y), f32x4.mul(factors, v128.load(x))));
    v128.store(y, f32x4.add(v128.load(y, 16), f32x4.mul(factors, v128.load(x, 16))), 16);
  }
}

/** `y *= factor`. */
export function scaleBy(y: usize, factor: f32, rowBytes: usize): void {
  const factors = f32x4.splat(factor);
  for (const end = y + rowBytes; y < end; y += 16) v128.store(y, f32x4.mul(v128.load(y), factors));
}

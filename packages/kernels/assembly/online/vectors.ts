import { sumF32 } from '../lanes';

/** `x · y`: every eighth product into the same of eight sums. All dot products here add in this order. */
export function dot(x: usize, y: usize, rowBytes: usize): f32 {
  let even = f32x4.splat(0), odd = even;
  for (const end = x + rowBytes; x < end; x += 32, y += 32) {
    even = f32x4.add(even, f32x4.mul(v128.load(x), v128.load(y)));
    odd = f32x4.add(odd, f32x4.mul(v128.load(x, 16), v128.load(y, 16)));
  }
  return sumF32(f32x4.add(even, odd));
}

/** The dot products of a row with five others, written as float32. */
export function dotFive(
  x: usize, y0: usize, y1: usize, y2: usize, y3: usize, y4: usize, rowBytes: usize, products: usize,
): void {
  let even0 = f32x4.splat(0), odd0 = even0, even1 = even0, odd1 = even0, even2 = even0;
  let odd2 = even0, even3 = even0, odd3 = even0, even4 = even0, odd4 = even0;
  for (let at: usize = 0; at < rowBytes; at += 32) {
    const even = v128.load(x + at), odd = v128.load(x + at, 16);
    even0 = f32x4.add(even0, f32x4.mul(even, v128.load(y0 + at)));
    odd0 = f32x4.add(odd0, f32x4.mul(odd, v128.load(y0 + at, 16)));
    even1 = f32x4.add(even1, f32x4.mul(even, v128.load(y1 + at)));
    odd1 = f32x4.add(odd1, f32x4.mul(odd, v128.load(y1 + at, 16)));
    even2 = f32x4.add(even2, f32x4.mul(even, v128.load(y2 + at)));
    odd2 = f32x4.add(odd2, f32x4.mul(odd, v128.load(y2 + at, 16)));
    even3 = f32x4.add(even3, f32x4.mul(even, v128.load(y3 + at)));
    odd3 = f32x4.add(odd3, f32x4.mul(odd, v128.load(y3 + at, 16)));
    even4 = f32x4.add(even4, f32x4.mul(even, v128.load(y4 + at)));
    odd4 = f32x4.add(odd4, f32x4.mul(odd, v128.load(y4 + at, 16)));
  }
  store<f32>(products, sumF32(f32x4.add(even0, odd0)));
  store<f32>(products, sumF32(f32x4.add(even1, odd1)), 4);
  store<f32>(products, sumF32(f32x4.add(even2, odd2)), 8);
  store<f32>(products, sumF32(f32x4.add(even3, odd3)), 12);
  store<f32>(products, sumF32(f32x4.add(even4, odd4)), 16);
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

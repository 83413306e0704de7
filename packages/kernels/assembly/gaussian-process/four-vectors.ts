import { scratch } from '../scratch';

/** Four vectors side by side in scratch, `[size, 4]`. */
export function fourAt(index: i32): usize {
  return scratch + ((<usize>index) << 5);
}

/** Solves for four vectors with the lower half of a factor. */
export function solveForward(factor: usize, size: i32): void {
  for (let row = 0; row < size; row++) {
    const own = factor + (((<usize>row) * (<usize>size)) << 3);
    const pivot = f64x2.splat(load<f64>(own + ((<usize>row) << 3)));
    let a = v128.load(fourAt(row)), b = v128.load(fourAt(row), 16);
    let c = f64x2.splat(0), d = c, e = c, f = c, g = c, h = c;
    let l = own, v = scratch;
    for (const end = own + ((<usize>(row & ~3)) << 3); l < end; l += 32, v += 128) {
      let x = v128.load64_splat(l);
      a = f64x2.sub(a, f64x2.mul(x, v128.load(v))); b = f64x2.sub(b, f64x2.mul(x, v128.load(v, 16)));
      x = v128.load64_splat(l, 8);
      c = f64x2.add(c, f64x2.mul(x, v128.load(v, 32))); d = f64x2.add(d, f64x2.mul(x, v128.load(v, 48)));
      x = v128.load64_splat(l, 16);
      e = f64x2.add(e, f64x2.mul(x, v128.load(v, 64))); f = f64x2.add(f, f64x2.mul(x, v128.load(v, 80)));
      x = v128.load64_splat(l, 24);
      g = f64x2.add(g, f64x2.mul(x, v128.load(v, 96))); h = f64x2.add(h, f64x2.mul(x, v128.load(v, 112)));
    }
    for (const end = own + ((<usize>row) << 3); l < end; l += 8, v += 32) {
      const x = v128.load64_splat(l);
      c = f64x2.add(c, f64x2.mul(x, v128.load(v))); d = f64x2.add(d, f64x2.mul(x, v128.load(v, 16)));
    }
    a = f64x2.sub(a, f64x2.add(c, f64x2.add(e, g)));
    b = f64x2.sub(b, f64x2.add(d, f64x2.add(f, h)));
    v128.store(fourAt(row), f64x2.div(a, pivot));
    v128.store(fourAt(row), f64x2.div(b, pivot), 16);
  }
}

/** Solves for four vectors with the transpose of the lower half of a factor. */
export function solveBackward(factor: usize, size: i32): void {
  for (let row = size - 1; row >= 0; row--) {
    const own = factor + (((<usize>row) * (<usize>size)) << 3);
    const pivot = f64x2.splat(load<f64>(own + ((<usize>row) << 3)));
    const a = f64x2.div(v128.load(fourAt(row)), pivot), b = f64x2.div(v128.load(fourAt(row), 16), pivot);
    v128.store(fourAt(row), a);
    v128.store(fourAt(row), b, 16);
    let v = scratch;
    for (let l = own, end = own + ((<usize>row) << 3); l < end; l += 8, v += 32) {
      const x = v128.load64_splat(l);
      v128.store(v, f64x2.sub(v128.load(v), f64x2.mul(x, a)));
      v128.store(v, f64x2.sub(v128.load(v, 16), f64x2.mul(x, b)), 16);
    }
  }
}

import { multiplyAdd } from '../multiply-add';
import { QUAD_BYTES, TILE_BYTES } from './packing';

/**
 * Six rows times two panels of eight columns. Engines with 256-bit vectors may take each pair of neighbouring vectors as
 * one; with 128 bits there are too few registers. `left` is `[quadCount][6][4]`, `right` `[2][4 * quadCount][8]`, and the
 * product `[2][6][8]`.
 */
export function multiplySixBySixteen(quadCount: i32, left: usize, right: usize, product: usize): void {
  let next = right + ((<usize>quadCount) << 7);
  let a0 = f32x4.splat(0), b0 = f32x4.splat(0), c0 = f32x4.splat(0), d0 = f32x4.splat(0);
  let a1 = f32x4.splat(0), b1 = f32x4.splat(0), c1 = f32x4.splat(0), d1 = f32x4.splat(0);
  let a2 = f32x4.splat(0), b2 = f32x4.splat(0), c2 = f32x4.splat(0), d2 = f32x4.splat(0);
  let a3 = f32x4.splat(0), b3 = f32x4.splat(0), c3 = f32x4.splat(0), d3 = f32x4.splat(0);
  let a4 = f32x4.splat(0), b4 = f32x4.splat(0), c4 = f32x4.splat(0), d4 = f32x4.splat(0);
  let a5 = f32x4.splat(0), b5 = f32x4.splat(0), c5 = f32x4.splat(0), d5 = f32x4.splat(0);
  for (let quad = 0; quad < quadCount; quad++) {
    // Not unrolled: engines then run out of registers.
    for (let k = 0; k < 4; k++) {
      const a = v128.load(right), b = v128.load(right, 16);
      const c = v128.load(next), d = v128.load(next, 16);
      const x0 = v128.load_splat<f32>(left, 0);
      a0 = multiplyAdd(x0, a, a0);
      b0 = multiplyAdd(x0, b, b0);
      c0 = multiplyAdd(x0, c, c0);
      d0 = multiplyAdd(x0, d, d0);
      const x1 = v128.load_splat<f32>(left, 16);
      a1 = multiplyAdd(x1, a, a1);
      b1 = multiplyAdd(x1, b, b1);
      c1 = multiplyAdd(x1, c, c1);
      d1 = multiplyAdd(x1, d, d1);
      const x2 = v128.load_splat<f32>(left, 32);
      a2 = multiplyAdd(x2, a, a2);
      b2 = multiplyAdd(x2, b, b2);
      c2 = multiplyAdd(x2, c, c2);
      d2 = multiplyAdd(x2, d, d2);
      const x3 = v128.load_splat<f32>(left, 48);
      a3 = multiplyAdd(x3, a, a3);
      b3 = multiplyAdd(x3, b, b3);
      c3 = multiplyAdd(x3, c, c3);
      d3 = multiplyAdd(x3, d, d3);
      const x4 = v128.load_splat<f32>(left, 64);
      a4 = multiplyAdd(x4, a, a4);
      b4 = multiplyAdd(x4, b, b4);
      c4 = multiplyAdd(x4, c, c4);
      d4 = multiplyAdd(x4, d, d4);
      const x5 = v128.load_splat<f32>(left, 80);
      a5 = multiplyAdd(x5, a, a5);
      b5 = multiplyAdd(x5, b, b5);
      c5 = multiplyAdd(x5, c, c5);
      d5 = multiplyAdd(x5, d, d5);
      left += 4;
      right += 32;
      next += 32;
    }
    left += QUAD_BYTES - 16;
  }
  v128.store(product, a0, 0);
  v128.store(product, b0, 16);
  v128.store(product, a1, 32);
  v128.store(product, b1, 48);
  v128.store(product, a2, 64);
  v128.store(product, b2, 80);
  v128.store(product, a3, 96);
  v128.store(product, b3, 112);
  v128.store(product, a4, 128);
  v128.store(product, b4, 144);
  v128.store(product, a5, 160);
  v128.store(product, b5, 176);
  product += TILE_BYTES;
  v128.store(product, c0, 0);
  v128.store(product, d0, 16);
  v128.store(product, c1, 32);
  v128.store(product, d1, 48);
  v128.store(product, c2, 64);
  v128.store(product, d2, 80);
  v128.store(product, c3, 96);
  v128.store(product, d3, 112);
  v128.store(product, c4, 128);
  v128.store(product, d4, 144);
  v128.store(product, c5, 160);
  v128.store(product, d5, 176);
}

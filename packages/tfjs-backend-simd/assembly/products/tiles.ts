import { multiplyAdd } from '../multiply-add';

/** Bytes of the inner index' next four in a panel of six rows. */
export const QUAD_BYTES: usize = 96;

/**
 * Six rows times eight columns. `left` is a panel `[quadCount][6][4]`: four of the inner index of each row. `right` is
 * `[4 * quadCount][8]`. The product has the layout of a panel again, `[2][6][4]`.
 */
export function multiplySixRows(quadCount: i32, left: usize, right: usize, product: usize): void {
  let l0 = f32x4.splat(0),
    r0 = f32x4.splat(0);
  let l1 = f32x4.splat(0),
    r1 = f32x4.splat(0);
  let l2 = f32x4.splat(0),
    r2 = f32x4.splat(0);
  let l3 = f32x4.splat(0),
    r3 = f32x4.splat(0);
  let l4 = f32x4.splat(0),
    r4 = f32x4.splat(0);
  let l5 = f32x4.splat(0),
    r5 = f32x4.splat(0);
  for (let quad = 0; quad < quadCount; quad++) {
    // Not unrolled: engines then run out of registers.
    for (let k = 0; k < 4; k++) {
      const near = v128.load(right),
        far = v128.load(right, 16);
      const x0 = v128.load_splat<f32>(left, 0);
      l0 = multiplyAdd(x0, near, l0);
      r0 = multiplyAdd(x0, far, r0);
      const x1 = v128.load_splat<f32>(left, 16);
      l1 = multiplyAdd(x1, near, l1);
      r1 = multiplyAdd(x1, far, r1);
      const x2 = v128.load_splat<f32>(left, 32);
      l2 = multiplyAdd(x2, near, l2);
      r2 = multiplyAdd(x2, far, r2);
      const x3 = v128.load_splat<f32>(left, 48);
      l3 = multiplyAdd(x3, near, l3);
      r3 = multiplyAdd(x3, far, r3);
      const x4 = v128.load_splat<f32>(left, 64);
      l4 = multiplyAdd(x4, near, l4);
      r4 = multiplyAdd(x4, far, r4);
      const x5 = v128.load_splat<f32>(left, 80);
      l5 = multiplyAdd(x5, near, l5);
      r5 = multiplyAdd(x5, far, r5);
      left += 4;
      right += 32;
    }
    left += QUAD_BYTES - 16;
  }
  v128.store(product, l0, 0);
  v128.store(product, l1, 16);
  v128.store(product, l2, 32);
  v128.store(product, l3, 48);
  v128.store(product, l4, 64);
  v128.store(product, l5, 80);
  v128.store(product, r0, 96);
  v128.store(product, r1, 112);
  v128.store(product, r2, 128);
  v128.store(product, r3, 144);
  v128.store(product, r4, 160);
  v128.store(product, r5, 176);
}

/** Adds to `product` `[4][8]` the sum over `count` steps of four values of `left` `[count][4]` times eight of `right` `[count][8]`. */
export function addOuterProducts(count: i32, left: usize, right: usize, product: usize): void {
  let l0 = v128.load(product, 0),
    r0 = v128.load(product, 16);
  let l1 = v128.load(product, 32),
    r1 = v128.load(product, 48);
  let l2 = v128.load(product, 64),
    r2 = v128.load(product, 80);
  let l3 = v128.load(product, 96),
    r3 = v128.load(product, 112);
  for (let step = 0; step < count; step++) {
    const near = v128.load(right),
      far = v128.load(right, 16);
    const x0 = v128.load_splat<f32>(left, 0);
    l0 = multiplyAdd(x0, near, l0);
    r0 = multiplyAdd(x0, far, r0);
    const x1 = v128.load_splat<f32>(left, 4);
    l1 = multiplyAdd(x1, near, l1);
    r1 = multiplyAdd(x1, far, r1);
    const x2 = v128.load_splat<f32>(left, 8);
    l2 = multiplyAdd(x2, near, l2);
    r2 = multiplyAdd(x2, far, r2);
    const x3 = v128.load_splat<f32>(left, 12);
    l3 = multiplyAdd(x3, near, l3);
    r3 = multiplyAdd(x3, far, r3);
    left += 16;
    right += 32;
  }
  v128.store(product, l0, 0);
  v128.store(product, r0, 16);
  v128.store(product, l1, 32);
  v128.store(product, r1, 48);
  v128.store(product, l2, 64);
  v128.store(product, r2, 80);
  v128.store(product, l3, 96);
  v128.store(product, r3, 112);
}

import { multiplyAdd } from '../multiply-add';
import { OUTER_BYTES } from './packing';

/**
 * The same as `addFourByEight` for two panels of eight values: `right` is `[2][count][8]`, and the product `[2][4][8]`.
 */
export function addFourBySixteen(count: i32, left: usize, right: usize, product: usize): void {
  let next = right + ((<usize>count) << 5);
  const other = product + OUTER_BYTES;
  let a0 = v128.load(product, 0), b0 = v128.load(product, 16);
  let c0 = v128.load(other, 0), d0 = v128.load(other, 16);
  let a1 = v128.load(product, 32), b1 = v128.load(product, 48);
  let c1 = v128.load(other, 32), d1 = v128.load(other, 48);
  let a2 = v128.load(product, 64), b2 = v128.load(product, 80);
  let c2 = v128.load(other, 64), d2 = v128.load(other, 80);
  let a3 = v128.load(product, 96), b3 = v128.load(product, 112);
  let c3 = v128.load(other, 96), d3 = v128.load(other, 112);
  for (let step = 0; step < count; step++) {
    const a = v128.load(right), b = v128.load(right, 16);
    const c = v128.load(next), d = v128.load(next, 16);
    const x0 = v128.load_splat<f32>(left, 0);
    a0 = multiplyAdd(x0, a, a0);
    b0 = multiplyAdd(x0, b, b0);
    c0 = multiplyAdd(x0, c, c0);
    d0 = multiplyAdd(x0, d, d0);
    const x1 = v128.load_splat<f32>(left, 4);
    a1 = multiplyAdd(x1, a, a1);
    b1 = multiplyAdd(x1, b, b1);
    c1 = multiplyAdd(x1, c, c1);
    d1 = multiplyAdd(x1, d, d1);
    const x2 = v128.load_splat<f32>(left, 8);
    a2 = multiplyAdd(x2, a, a2);
    b2 = multiplyAdd(x2, b, b2);
    c2 = multiplyAdd(x2, c, c2);
    d2 = multiplyAdd(x2, d, d2);
    const x3 = v128.load_splat<f32>(left, 12);
    a3 = multiplyAdd(x3, a, a3);
    b3 = multiplyAdd(x3, b, b3);
    c3 = multiplyAdd(x3, c, c3);
    d3 = multiplyAdd(x3, d, d3);
    left += 16;
    right += 32;
    next += 32;
  }
  v128.store(product, a0, 0);
  v128.store(product, b0, 16);
  v128.store(product, a1, 32);
  v128.store(product, b1, 48);
  v128.store(product, a2, 64);
  v128.store(product, b2, 80);
  v128.store(product, a3, 96);
  v128.store(product, b3, 112);
  v128.store(other, c0, 0);
  v128.store(other, d0, 16);
  v128.store(other, c1, 32);
  v128.store(other, d1, 48);
  v128.store(other, c2, 64);
  v128.store(other, d2, 80);
  v128.store(other, c3, 96);
  v128.store(other, d3, 112);
}

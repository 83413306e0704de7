import { multiplyAdd } from '../multiply-add';

/** Adds to `product` `[4][8]` the sum over `count` steps of four values of `left` `[count][4]` times eight of `right` `[count][8]`. */
export function addFourByEight(count: i32, left: usize, right: usize, product: usize): void {
  let a0 = v128.load(product, 0), b0 = v128.load(product, 16);
  let a1 = v128.load(product, 32), b1 = v128.load(product, 48);
  let a2 = v128.load(product, 64), b2 = v128.load(product, 80);
  let a3 = v128.load(product, 96), b3 = v128.load(product, 112);
  for (let step = 0; step < count; step++) {
    const a = v128.load(right), b = v128.load(right, 16);
    const x0 = v128.load_splat<f32>(left, 0);
    a0 = multiplyAdd(x0, a, a0);
    b0 = multiplyAdd(x0, b, b0);
    const x1 = v128.load_splat<f32>(left, 4);
    a1 = multiplyAdd(x1, a, a1);
    b1 = multiplyAdd(x1, b, b1);
    const x2 = v128.load_splat<f32>(left, 8);
    a2 = multiplyAdd(x2, a, a2);
    b2 = multiplyAdd(x2, b, b2);
    const x3 = v128.load_splat<f32>(left, 12);
    a3 = multiplyAdd(x3, a, a3);
    b3 = multiplyAdd(x3, b, b3);
    left += 16;
    right += 32;
  }
  v128.store(product, a0, 0);
  v128.store(product, b0, 16);
  v128.store(product, a1, 32);
  v128.store(product, b1, 48);
  v128.store(product, a2, 64);
  v128.store(product, b2, 80);
  v128.store(product, a3, 96);
  v128.store(product, b3, 112);
}

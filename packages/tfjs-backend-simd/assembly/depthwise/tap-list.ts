import { multiplyAdd } from '../multiply-add';
import { scratch } from '../scratch';

/** Taps of one pixel as pairs of addresses, in order: a pixel of an image and the weights that it is multiplied with. */
let count: i32 = 0;

export function clearTaps(): void {
  count = 0;
}

export function addTap(pixel: usize, weights: usize): void {
  const pair = scratch + ((<usize>count) << 3);
  store<u32>(pair, <u32>pixel);
  store<u32>(pair, <u32>weights, 4);
  count++;
}

/** The sum over the taps of pixel times weights, for four channels, `offset` bytes from the first. */
// @ts-ignore: decorator
@inline
export function sumOfTaps(offset: usize): v128 {
  let sum = f32x4.splat(0);
  let pair = scratch;
  const end = scratch + ((<usize>count) << 3);
  while (pair < end) {
    sum = multiplyAdd(v128.load(<usize>load<u32>(pair) + offset), v128.load(<usize>load<u32>(pair, 4) + offset), sum);
    pair += 8;
  }
  return sum;
}

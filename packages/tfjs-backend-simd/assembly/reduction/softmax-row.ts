import { firstLanes, maximumOfLanes, storeLanes, sumOfLanes } from '../lanes';
import { exponential } from '../math/exponential';

/** NaN where the row has one. */
export function maximumOfRow(row: usize, length: i32): f32 {
  let highest = f32x4.splat(-Infinity);
  for (let c = 0; c < length; c += 4) {
    const values = v128.load(row + ((<usize>c) << 2));
    highest = f32x4.max(highest, v128.bitselect(values, highest, firstLanes(length - c)));
  }
  return maximumOfLanes(highest);
}

/** `y = e^(x - highest)`; returns the sum of `y`. */
export function exponentialsOfRow(x: usize, y: usize, length: i32, highest: f32): f32 {
  const reference = f32x4.splat(highest);
  let sum = f32x4.splat(0);
  for (let c = 0; c < length; c += 4) {
    const at = (<usize>c) << 2;
    const values = exponential(f32x4.sub(v128.load(x + at), reference));
    sum = f32x4.add(sum, v128.and(values, firstLanes(length - c)));
    storeLanes(y + at, values, length - c);
  }
  return sumOfLanes(sum);
}

import { slice, type Tensor } from '@tensorflow/tfjs-core';

/** Entries `from` to `from + count` of the last axis. tfjs' `split` is the same, but backends do it value by value. */
export function cutLastAxis(x: Tensor, from: number, count: number): Tensor {
  const before = x.shape.slice(0, -1);
  return slice(x, [...before.map(() => 0), from], [...before, count]);
}

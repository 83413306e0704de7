import { concat, slice, type Tensor } from '@tensorflow/tfjs-core';
import { differentiable } from './differentiable.ts';

/** Entries `from` to `from + count` of the last axis. tfjs' `split` is the same, but backends do it value by value. */
export function cutLastAxis(x: Tensor, from: number, count: number): Tensor {
  const before = x.shape.slice(0, -1);
  return slice(x, [...before.map(() => 0), from], [...before, count]);
}

/** Tensors behind each other along the last axis, with a gradient that is cut by `slice` and not by `split`. */
export function joinLastAxis(parts: readonly Tensor[]): Tensor {
  const counts = parts.map((part) => part.shape.at(-1)!);
  const starts = counts.map((_, i) => counts.slice(0, i).reduce((sum, count) => sum + count, 0));
  return differentiable(
    parts,
    () => ({ value: concat([...parts], parts[0]!.rank - 1), saved: [] }),
    (dy) => counts.map((count, i) => cutLastAxis(dy, starts[i]!, count)),
  );
}

import { avgPool, mul, pad, type Tensor, type Tensor4D, tensor } from '@tensorflow/tfjs-core';
import { type Padding, sameMargin } from '../layers/window.ts';

type Pair = [height: number, width: number];

/** The mean of each window; a margin is not counted. */
export function averagePool(x: Tensor, size: Pair, stride: Pair, padding: Padding): Tensor {
  if (padding === 'valid') return avgPool(x as Tensor4D, size, stride, 'valid');
  // tfjs' own gradient counts the margin where the value does not.
  const [, height, width] = x.shape as [number, number, number];
  const rows = axisOf(height, size[0], stride[0]);
  const columns = axisOf(width, size[1], stride[1]);
  const padded = pad(x, [[0, 0], rows.margin, columns.margin, [0, 0]]);
  const factors = rows.factors.flatMap((row) => columns.factors.map((column) => row * column));
  const means = avgPool(padded as Tensor4D, size, stride, 'valid');
  return mul(means, tensor(factors, [rows.factors.length, columns.factors.length, 1]));
}

/** The margin of an axis, and by how much a mean over each window is too small when zeros of the margin count. */
function axisOf(length: number, size: number, stride: number): { margin: Pair; factors: number[] } {
  const margin = sameMargin(length, size, stride);
  const factors = Array.from({ length: Math.ceil(length / stride) }, (_, position) => {
    const start = position * stride - margin[0];
    return size / (Math.min(start + size, length) - Math.max(start, 0));
  });
  return { margin, factors };
}

import type { Heap } from '../../compute/heap.ts';
import type { GaussianProcessKernels } from '../../kernels-of/gaussian-process.ts';
import { solveLower, solveUpper } from './triangular.ts';

export function gaussianProcessTwins(heap: Heap): GaussianProcessKernels {
  const doubles = (pointer: number, length: number) => heap.f64.subarray(pointer / 8, pointer / 8 + length);
  return {
    gpCovariances(distances, constant, lengthScale, covariances, begin, end) {
      const { f64 } = heap;
      const factor = -0.5 / lengthScale ** 2;
      for (let i = begin; i < end; i++)
        f64[covariances / 8 + i] = constant * Math.exp(factor * f64[distances / 8 + i]!);
    },
    gpWeigh(covariances, size, roots, matrix, begin, end) {
      const { f64 } = heap;
      const weights = doubles(roots, size);
      for (let row = begin; row < end; row++) {
        for (let column = 0; column <= row; column++) {
          const value = weights[row]! * f64[covariances / 8 + row * size + column]! * weights[column]!;
          f64[matrix / 8 + row * size + column] = value + (row === column ? 1 : 0);
        }
      }
    },
    gpReduceBlock(matrix, size, start, width, begin, end) {
      const values = doubles(matrix, size * size);
      for (let row = start + begin; row < start + end; row++) {
        for (let column = start; column < start + width; column++)
          values[row * size + column]! -= rowProduct(values, size, row, column, 0, start);
      }
    },
    gpFactorBlock(matrix, size, start, width, pivots, firstRow, begin, end) {
      const values = doubles(matrix, size * size);
      for (let row = firstRow + begin; row < firstRow + end; row++) {
        for (let column = start; column < Math.min(start + width, row + 1); column++) {
          const rest = values[row * size + column]! - rowProduct(values, size, row, column, start, column);
          const value = row === column ? Math.sqrt(rest) : rest / values[column * size + column]!;
          values[row * size + column] = value;
          if (row === column) heap.f64[pivots / 8 + row] = value;
        }
      }
    },
    gpMultiply(matrix, columnCount, vector, product, begin, end) {
      const { f64 } = heap;
      for (let row = begin; row < end; row++) {
        let sum = 0;
        for (let k = 0; k < columnCount; k++)
          sum += f64[matrix / 8 + row * columnCount + k]! * f64[vector / 8 + k]!;
        f64[product / 8 + row] = sum;
      }
    },
    gpSolve(factor, size, vector, begin, end) {
      if (begin >= end) return;
      const values = doubles(factor, size * size);
      solveLower(values, size, doubles(vector, size));
      solveUpper(values, size, doubles(vector, size));
    },
    gpVariances(factor, size, roots, covariances, prior, variances, begin, end) {
      const weights = doubles(roots, size);
      for (let row = begin; row < end; row++) {
        const vector = doubles(covariances + 8 * row * size, size).map((value, i) => value * weights[i]!);
        solveLower(doubles(factor, size * size), size, vector);
        heap.f64[variances / 8 + row] = prior - vector.reduce((sum, value) => sum + value * value, 0);
      }
    },
    gpDerivatives(factor, size, roots, covariances, distances, lengthScale, first, second, sums, begin, end) {
      const weights = doubles(roots, size);
      const [left, right] = [doubles(first, size), doubles(second, size)];
      for (let column = begin; column < end; column++) {
        const inverse = new Float64Array(size);
        inverse[column] = weights[column]!;
        solveLower(doubles(factor, size * size), size, inverse);
        solveUpper(doubles(factor, size * size), size, inverse);
        const covariance = doubles(covariances + 8 * column * size, size);
        const distance = doubles(distances + 8 * column * size, size);
        const totals = doubles(sums + 32 * column, 4).fill(0);
        for (let i = 0; i < size; i++) {
          const slope = (covariance[i]! * distance[i]!) / lengthScale ** 2;
          const weighed = weights[i]! * inverse[i]!;
          totals[0]! += weighed * covariance[i]!;
          totals[1]! += weighed * slope;
          totals[2]! += slope * left[i]!;
          totals[3]! += slope * right[i]!;
        }
      }
    },
  };
}

/** The sum of products of elements `begin..end` of two rows. */
function rowProduct(
  values: Float64Array,
  size: number,
  row: number,
  other: number,
  begin: number,
  end: number,
): number {
  let sum = 0;
  for (let k = begin; k < end; k++) sum += values[row * size + k]! * values[other * size + k]!;
  return sum;
}

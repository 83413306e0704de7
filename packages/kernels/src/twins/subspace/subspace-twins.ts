import type { Heap } from '../../compute/heap.ts';
import type { SubspaceKernels } from '../../kernels-of/subspace.ts';
import { jacobiEigen } from './jacobi-eigen.ts';
import { orthonormalizeRows } from './orthonormalize-rows.ts';

export function subspaceTwins(heap: Heap): SubspaceKernels {
  return {
    packVectorRows(matrix, rowCount, columnCount, panels, begin, end) {
      const { f64 } = heap;
      for (let row = 4 * begin; row < 4 * end; row++) {
        for (let column = 0; column < columnCount; column++) {
          const value = row < rowCount ? f64[matrix / 8 + row * columnCount + column]! : 0;
          f64[panels / 8 + packedIndex(row, column, columnCount)] = value;
        }
      }
    },
    packVectorColumns(matrix, rowCount, columnCount, panels, begin, end) {
      const { f64 } = heap;
      for (let column = 4 * begin; column < 4 * end; column++) {
        for (let row = 0; row < rowCount; row++) {
          const value = column < columnCount ? f64[matrix / 8 + row * columnCount + column]! : 0;
          f64[panels / 8 + packedIndex(column, row, rowCount)] = value;
        }
      }
    },
    multiplyPanels(rows, rowCount, inner, columns, columnCount, product, begin, end) {
      const { f64 } = heap;
      for (let column = 4 * begin; column < Math.min(4 * end, columnCount); column++) {
        for (let row = 0; row < rowCount; row++) {
          let sum = 0;
          for (let k = 0; k < inner; k++) {
            const left = f64[rows / 8 + packedIndex(row, k, inner)]!;
            sum += left * f64[columns / 8 + packedIndex(column, k, inner)]!;
          }
          f64[product / 8 + row * columnCount + column] = sum;
        }
      }
    },
    combineVectors(x, alpha, y, beta, z, gamma, result, begin, end) {
      const { f64 } = heap;
      for (let i = begin; i < end; i++)
        f64[result / 8 + i] = alpha * f64[x / 8 + i]! + beta * f64[y / 8 + i]! + gamma * f64[z / 8 + i]!;
    },
    orthonormalize(rows, rowCount, length) {
      orthonormalizeRows(heap.f64.subarray(rows / 8, rows / 8 + rowCount * length), rowCount, length);
    },
    symmetricEigen(matrix, size, values, vectors) {
      const { f64 } = heap;
      const pairs = jacobiEigen(f64.subarray(matrix / 8, matrix / 8 + size * size), size);
      f64.set(pairs.values, values / 8);
      f64.set(pairs.vectors, vectors / 8);
    },
    residualLengths(images, values, vectors, length, lengths, begin, end) {
      const { f64 } = heap;
      for (let row = begin; row < end; row++) {
        let sum = 0;
        for (let at = row * length; at < (row + 1) * length; at++) {
          sum += (f64[images / 8 + at]! - f64[values / 8 + row]! * f64[vectors / 8 + at]!) ** 2;
        }
        f64[lengths / 8 + row] = Math.sqrt(sum);
      }
    },
  };
}

/** Where element `k` of a vector lies in `[panel][element][4]`. */
function packedIndex(vector: number, k: number, length: number): number {
  return ((vector >> 2) * length + k) * 4 + (vector & 3);
}

import type { NdArray } from '@fashion-mnist/core';
import { KernelsError } from './errors.ts';
import { multiplyPacked, packColumnPairs } from './packed-product.ts';

const BLOCK_ROWS = 64;

/**
 * The matrix product `a · b`.
 *
 * @param a - Shape `[rows, inner]`; borrowed.
 * @param b - Shape `[inner, columns]`; borrowed.
 * @returns Shape `[rows, columns]`. Every element is summed in float64, in order, and rounded once to float32.
 * @throws {KernelsError} `E_SHAPE` - not two matrices, or their inner sizes differ.
 * @remarks O(rows · inner · columns), in blocks of 64 rows and tiles of four rows by two columns.
 */
export function matmul(a: NdArray<Float32Array>, b: NdArray<Float32Array>): NdArray<Float32Array> {
  const [rows, inner] = matrixShape('a', a);
  const [innerOfB, columns] = matrixShape('b', b);
  if (inner !== innerOfB) {
    throw new KernelsError(
      'E_SHAPE',
      `matmul: expected b with ${inner} rows as a has columns, got ${innerOfB}`,
    );
  }
  const pairs = packColumnPairs(b.data, inner, columns);
  const product = new Float32Array(rows * columns);
  const block = new Float64Array(BLOCK_ROWS * columns);
  for (let row = 0; row < rows; row += BLOCK_ROWS) {
    const count = Math.min(BLOCK_ROWS, rows - row);
    const left = Float64Array.from(a.data.subarray(row * inner, (row + count) * inner));
    multiplyPacked(left, count, inner, pairs, columns, block);
    product.set(block.subarray(0, count * columns), row * columns);
  }
  return { data: product, shape: [rows, columns] };
}

function matrixShape(name: string, { data, shape }: NdArray<Float32Array>): [number, number] {
  const [rows, columns] = shape;
  if (shape.length !== 2 || rows === undefined || columns === undefined || rows * columns !== data.length) {
    throw new KernelsError(
      'E_SHAPE',
      `matmul: expected ${name} to be a matrix, got shape [${shape.join(', ')}] for ${data.length} values`,
    );
  }
  return [rows, columns];
}

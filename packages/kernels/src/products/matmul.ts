import type { NdArray } from '@fashion-mnist/core';
import { KernelsError } from '../errors.ts';
import type { ComputeRun } from '../pool/open-pool.ts';
import { withPool } from '../pool/with-pool.ts';
import { affineProduct } from './affine-product.ts';

/**
 * The matrix product `a · b`.
 *
 * @param a - Shape `[rows, inner]`; borrowed.
 * @param b - Shape `[inner, columns]`; borrowed.
 * @returns Shape `[rows, columns]`, summed in float32: in order within runs of 512, then run by run.
 * @throws {KernelsError} `E_SHAPE` - not two matrices, or their inner sizes differ; `E_MEMORY`.
 * @throws the signal's reason, when aborted.
 * @remarks O(rows · inner · columns). The same bytes on any number of threads. NaN and infinite values spread as in any
 *   sum of products.
 */
export async function matmul(
  a: NdArray<Float32Array>,
  b: NdArray<Float32Array>,
  run: ComputeRun = {},
): Promise<NdArray<Float32Array>> {
  const [rows, inner] = matrixShape('a', a);
  const [innerOfB, columns] = matrixShape('b', b);
  if (inner !== innerOfB) {
    throw new KernelsError(
      'E_SHAPE',
      `matmul: expected b with ${inner} rows as a has columns, got ${innerOfB}`,
    );
  }
  const map = {
    centre: new Float32Array(inner),
    matrix: b.data,
    bias: new Float32Array(columns),
  };
  const left = { data: a.data, sampleCount: rows, featureCount: inner };
  const product = await withPool(run, rows * inner * columns, (pool) =>
    affineProduct(pool, left, map, { stage: 'multiply', ...run }),
  );
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

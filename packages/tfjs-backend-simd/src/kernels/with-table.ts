import type { SimdBackend } from '../backend/simd-backend.ts';

/** Lends whole numbers of 32 bits to compiled kernels, for as long as `use` runs. */
export function withTable<R>(
  backend: SimdBackend,
  numbers: readonly number[],
  use: (pointer: number) => R,
): R {
  const shape = [numbers.length];
  const dataId = backend.write(Int32Array.from(numbers), shape, 'int32');
  try {
    return use(backend.pointer({ dataId, shape, dtype: 'int32' }));
  } finally {
    backend.disposeData(dataId);
  }
}

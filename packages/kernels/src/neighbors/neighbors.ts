import type { NdArray } from '@fashion-mnist/core';

/** The nearest references of each query, nearest first; equal distances in the order of the references. */
export interface Neighbors {
  /** Shape `[queryCount, neighborCount]`: positions among the references. */
  readonly indices: NdArray<Int32Array>;
  /** Shape `[queryCount, neighborCount]`: in the distance of the index. */
  readonly distances: NdArray<Float32Array>;
}

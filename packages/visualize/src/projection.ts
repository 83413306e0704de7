import type { NdArray } from '@fashion-mnist/core';

/** Samples as points on a map. */
export interface Projection {
  readonly method: 'pca' | 'tsne' | 'umap';
  /** What computed it, with its version where it is a library. */
  readonly engine: string;
  /** Shape `[sampleCount, 2]`. The unit has no meaning in t-SNE and UMAP, and is that of the samples in PCA. */
  readonly coordinates: NdArray<Float32Array>;
}

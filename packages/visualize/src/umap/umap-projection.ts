import type { NdArray } from '@fashion-mnist/core';
import type { ComputeRun, Samples } from '@fashion-mnist/kernels';
import type { Projection } from '../projection.ts';

/** A UMAP map. */
export interface UmapProjection extends Projection {
  readonly method: 'umap';
  /**
   * Places new samples on the map, each by its neighbours among the samples of the map, which stay where they are.
   *
   * @param newSamples - Shape `[newCount, ...featureShape]`, features as of the samples of the map; borrowed.
   * @returns Coordinates, shape `[newCount, 2]`. What a sample is drawn to does not depend on the other new ones.
   * @throws {KernelsError} `E_SHAPE`; `E_NOT_FINITE`.
   * @throws the signal's reason, when aborted.
   * @remarks Stages: those of `createNeighborIndex` and its search, then `place` (samples).
   * @see UMAP.transform of umap-learn
   */
  transform(newSamples: Samples, run?: ComputeRun): Promise<NdArray<Float32Array>>;
}

import type { NdArray } from '@fashion-mnist/core';
import type { ComputeRun, Samples } from '@fashion-mnist/kernels';
import type { Projection } from '../projection.ts';

/** A t-SNE map. */
export interface TsneProjection extends Projection {
  readonly method: 'tsne';
  readonly engine: 'fast';
  /** How badly the map shows the affinities of the samples: Kullback-Leibler divergence in nats, at least 0. */
  readonly klDivergence: number;
  /**
   * Places new samples on the map, each by its neighbours among the samples of the map, which stay where they are.
   *
   * @param newSamples - Shape `[newCount, ...featureShape]`, features as of the samples of the map; borrowed.
   * @returns Coordinates, shape `[newCount, 2]`; the place of a sample does not depend on the other new ones.
   * @throws {KernelsError} `E_SHAPE`; `E_NOT_FINITE`.
   * @throws the signal's reason, when aborted.
   * @remarks Stages: those of `createNeighborIndex` and its search, then `place` (iterations).
   * @see Policar, Strazar & Zupan 2024, "openTSNE", section 2.3
   */
  transform(newSamples: Samples, run?: ComputeRun): Promise<NdArray<Float32Array>>;
}

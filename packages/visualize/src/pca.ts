import type { NdArray } from '@fashion-mnist/core';
import {
  type ComputeRun,
  type PrincipalComponents,
  principalComponents,
  projectOnto,
  reconstructFrom,
  type Samples,
  withPool,
} from '@fashion-mnist/kernels';
import type { Projection } from './projection.ts';

/** How many axes `pca` keeps, and what it computes with. */
export interface PcaOptions extends ComputeRun {
  /** Axes to keep, `1..min(sampleCount, featureCount)`. @default 2 */
  readonly componentCount?: number | undefined;
}

/** Samples along their axes of greatest variance: a map where there are two. */
export interface PcaProjection extends Projection {
  readonly method: 'pca';
  readonly engine: 'fast';
  /** Scores, centred, in the unit of the samples; shape `[sampleCount, componentCount]`. */
  readonly coordinates: NdArray<Float32Array>;
  readonly axes: PrincipalComponents;
  /** Variance along each axis (divisor `sampleCount - 1`), in the unit of the samples, squared. */
  readonly explainedVariance: Float64Array;
  /** Share of the total variance along each axis, `0..1`. */
  readonly explainedVarianceRatio: Float64Array;
  /**
   * The scores of other samples along the same axes.
   *
   * @param newSamples - Shape `[newCount, ...featureShape]`, as many features; borrowed.
   * @returns Shape `[newCount, componentCount]`.
   * @throws {KernelsError} `E_SHAPE`; `E_NOT_FINITE`.
   */
  transform(newSamples: Samples, run?: ComputeRun): Promise<NdArray<Float32Array>>;
  /**
   * The samples that have given scores and nothing beside the axes.
   *
   * @param coordinates - Shape `[count, componentCount]`; borrowed.
   * @returns Shape `[count, featureCount]`, in the unit of the samples.
   * @throws {KernelsError} `E_SHAPE`; `E_NOT_FINITE`.
   */
  inverseTransform(coordinates: NdArray<Float32Array>, run?: ComputeRun): Promise<NdArray<Float32Array>>;
}

const DEFAULTS = Object.freeze({ componentCount: 2 });

/**
 * Projects samples onto their leading principal axes.
 *
 * @param samples - Shape `[sampleCount, ...featureShape]`, at least two samples; borrowed.
 * @throws {KernelsError} `E_SHAPE`; `E_NOT_FINITE`; `E_COUNT` - too few samples or features; `E_MEMORY`.
 * @throws the signal's reason, when aborted.
 * @remarks Exact, and the same bytes on any number of threads; signs are fixed (largest loading positive). Stages:
 *   `covariance` (samples), `axes` (rounds), `project` (samples).
 * @see sklearn.decomposition.PCA(svd_solver='full'), with which it agrees
 */
export async function pca(samples: Samples, options: PcaOptions = {}): Promise<PcaProjection> {
  const { componentCount = DEFAULTS.componentCount, signal, onProgress } = options;
  return withPool(options, workOf(samples, componentCount), async (pool) => {
    const run = { signal, onProgress, pool };
    const axes = await principalComponents(samples, { componentCount, ...run });
    const coordinates = await projectOnto(samples, axes, run);
    return {
      method: 'pca',
      engine: 'fast',
      coordinates,
      axes,
      explainedVariance: axes.explainedVariance,
      explainedVarianceRatio: axes.explainedVarianceRatio,
      transform: (newSamples, context) => projectOnto(newSamples, axes, context),
      inverseTransform: (scores, context) => reconstructFrom(scores, axes, context),
    };
  });
}

/** Multiply-adds: for the covariance, and about 20 products with it for each axis. */
function workOf({ data, shape: [sampleCount = 0] }: Samples, componentCount: number): number {
  const featureCount = sampleCount === 0 ? 0 : data.length / sampleCount;
  return featureCount ** 2 * (sampleCount / 2 + 20 * componentCount);
}

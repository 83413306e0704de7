import type { FeatureMatrix } from '../samples/features.ts';
import type { KernelParameters } from './kernel-space.ts';
import type { PlattSigmoid } from './platt-sigmoid.ts';
import type { ResolvedSvcOptions } from './svc-options.ts';

/** All that an SVC has learned. Decisions are above 0 for the first class of a pair. */
export interface LearnedSvc {
  readonly options: ResolvedSvcOptions;
  readonly parameters: KernelParameters;
  readonly classes: Int32Array;
  readonly vectors: FeatureMatrix;
  readonly support: Int32Array;
  readonly counts: Int32Array;
  readonly coefficients: Float64Array;
  readonly intercepts: Float64Array;
  readonly stepCounts: Int32Array;
  readonly objectives: Float64Array;
  readonly sigmoids: readonly PlattSigmoid[] | undefined;
}

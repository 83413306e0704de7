import type { EncodedLabels } from '../samples/encode-labels.ts';
import type { FeatureMatrix } from '../samples/features.ts';
import type { LearningRule } from './learning-rule.ts';
import type { ResolvedOnlineOptions } from './online-options.ts';

/** What is to be learned, and how. */
export interface OnlineFit {
  readonly estimator: string;
  readonly matrix: FeatureMatrix;
  readonly labels: EncodedLabels;
  /** One per sample; undefined where all count alike. */
  readonly sampleWeights: Float64Array | undefined;
  readonly rule: LearningRule;
  readonly options: ResolvedOnlineOptions;
}

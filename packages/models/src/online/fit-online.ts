import type { FitRun, Labels } from '../classifier.ts';
import type { JsonValue, ModelState } from '../persistence/model-state.ts';
import { encodeLabels, requireTwoClasses } from '../samples/encode-labels.ts';
import { type Features, featureMatrix } from '../samples/features.ts';
import { sampleWeights } from '../samples/sample-weights.ts';
import {
  type FittedOnlineClassifier,
  fittedOnlineClassifier,
  savedLearnedWeights,
} from './fitted-online-classifier.ts';
import type { LearningRule } from './learning-rule.ts';
import { learnOneAgainstRest } from './one-against-rest.ts';
import type { ResolvedOnlineOptions } from './online-options.ts';
import type { ProbabilityRule } from './probabilities.ts';

/** A classifier of this family: its name, its options, and the rule that follows from them. */
export interface OnlineEstimator {
  readonly name: string;
  readonly options: ResolvedOnlineOptions;
  readonly rule: LearningRule;
  readonly probabilityRule: ProbabilityRule | undefined;
}

/** Checks samples and labels, and learns from them. */
export async function fitOnline(
  { name, options, rule, probabilityRule }: OnlineEstimator,
  x: Features,
  y: Labels,
  run: FitRun,
): Promise<FittedOnlineClassifier> {
  const matrix = featureMatrix(x);
  const labels = encodeLabels(y, matrix.sampleCount);
  requireTwoClasses(name, labels);
  const weights = sampleWeights(run.sampleWeight, matrix.sampleCount);
  const fit = { estimator: name, matrix, labels, sampleWeights: weights, rule, options };
  const learned = await learnOneAgainstRest(fit, run);
  return fittedOnlineClassifier({
    estimator: name,
    options: asJson(options),
    classes: labels.classes,
    learned,
    probabilityRule,
  });
}

/** A model from what was saved of it. @throws {ModelsError} `E_MODEL`. */
export function restoreOnline(
  { name, options, probabilityRule }: Omit<OnlineEstimator, 'rule'>,
  state: ModelState,
): FittedOnlineClassifier {
  return fittedOnlineClassifier({
    ...savedLearnedWeights(state),
    estimator: name,
    options: asJson(options),
    probabilityRule,
  });
}

function asJson(options: ResolvedOnlineOptions): Readonly<Record<string, JsonValue>> {
  return { ...options };
}

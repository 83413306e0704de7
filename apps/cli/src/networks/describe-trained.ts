import type { Pipeline } from '@fashion-mnist/transforms';
import { describeEvaluation, evaluationData } from '../models/describe-evaluation.ts';
import { formatCount } from '../terminal/format.ts';
import type { TrainedNetwork } from './network-outputs.ts';
import { namesOf } from './preparation.ts';
import type { TrainingSettings } from './training-settings.ts';

/** How it was trained. */
export interface TrainingSummary {
  readonly epochs: number;
  readonly batchSize: number;
  readonly settings: TrainingSettings;
  /** What was done to the images that it learned from. */
  readonly training: Pipeline;
}

/** A training for people. */
export function describeTrained(
  { network, notes, report, evaluation, judgedBy }: TrainedNetwork,
  { epochs, training }: TrainingSummary,
): readonly string[] {
  const passes = epochs === 1 ? '1 epoch' : `${epochs} epochs`;
  const how = `${formatCount(network.parameterCount)} parameters; ${namesOf(training)}; ${passes}`;
  const images = `${formatCount(notes.trainCount)} images`;
  return [
    `${network.name} learned from ${images} (${how}) in ${report.seconds.toFixed(1)} s`,
    ...describeEvaluation(evaluation, judgedBy, notes.classNames),
  ];
}

/** The same for programs. */
export function trainedData(
  { network, notes, report, evaluation, judgedBy }: TrainedNetwork,
  { epochs, batchSize, settings, training }: TrainingSummary,
): Readonly<Record<string, unknown>> {
  const { dataset, trainCount, seed } = notes;
  return {
    estimator: network.name,
    options: { epochs, batchSize, ...settings },
    preprocessing: training.toJSON(),
    parameterCount: network.parameterCount,
    dataset,
    trainCount,
    seed,
    fitSeconds: report.seconds,
    history: report.epochs,
    judgedBy,
    ...evaluationData(evaluation),
  };
}

import {
  claimedAccuracy,
  compareWithClaim,
  type Entry,
  formatAccuracy,
  type RunFigure,
  type TrainedNetwork,
  wilsonInterval,
} from '@fashion-mnist/benchmark';
import { formatCount } from '../terminal/format.ts';
import type { RecipeRunOnDataset } from './recipe-runs.ts';

/** A run for programs. */
export interface RunSummary {
  readonly dataset: string;
  readonly trainCount: number;
  readonly judgedBy: string;
  readonly count: number;
  readonly correct: number;
  readonly accuracy: number;
  /** Wilson's at 95 %. */
  readonly interval: readonly [low: number, high: number];
  /** null: the row claims nothing of this dataset. */
  readonly claimed: number | null;
  /** null: nothing is claimed of these pictures. */
  readonly verdict: RunFigure['verdict'] | null;
  readonly fitSeconds: number;
  readonly predictSeconds: number;
  /** null: no network */
  readonly training: {
    readonly epochs: number;
    readonly parameterCount: number;
    readonly backend: string;
  } | null;
}

/** @param isWhole - Whether it learned from all training pictures and was judged by all test pictures. */
export function summarizeRun(
  entry: Entry,
  { definition, test, run, what, trainCount }: RecipeRunOnDataset,
  isWhole: boolean,
): RunSummary {
  const { predictions, fitSeconds, predictSeconds } = run;
  const count = test.labels.length;
  const correct = test.labels.filter((label, image) => predictions[image] === label).length;
  const claimed = claimedAccuracy(entry, definition.name);
  const accuracy = correct / count;
  return {
    dataset: definition.name,
    trainCount,
    judgedBy: what,
    count,
    correct,
    accuracy,
    interval: wilsonInterval(correct, count),
    claimed,
    verdict: isWhole && claimed !== null ? compareWithClaim(accuracy, claimed) : null,
    fitSeconds,
    predictSeconds,
    training: trainingOf(run.training),
  };
}

function trainingOf(trained: TrainedNetwork | null): RunSummary['training'] {
  if (trained === null) return null;
  const { epochs, parameterCount, backend } = trained;
  return { epochs, parameterCount, backend };
}

/** A run for people. */
export function describeRun(summary: RunSummary): readonly string[] {
  const { dataset, trainCount, judgedBy, count, accuracy, claimed, verdict } = summary;
  const { fitSeconds, predictSeconds, training } = summary;
  const [low, high] = summary.interval;
  const claim = claimed === null ? '' : `, claimed ${formatAccuracy(claimed)}`;
  return [
    `${dataset}: accuracy ${formatAccuracy(accuracy)} (95 %: ${low.toFixed(4)} to ${high.toFixed(4)}) on ${formatCount(count)} ${judgedBy}${claim}${verdict === null ? '' : VERDICTS[verdict]}`,
    `  learned from ${formatCount(trainCount)} images in ${fitSeconds.toFixed(1)} s, predicted in ${predictSeconds.toFixed(1)} s`,
    ...(training === null
      ? []
      : [
          `  ${formatCount(training.parameterCount)} parameters, ${formatCount(training.epochs)} epochs, on ${training.backend}`,
        ]),
  ];
}

const VERDICTS: Readonly<Record<NonNullable<RunFigure['verdict']>, string>> = {
  agrees: ': agrees',
  exceeds: ': exceeds it',
  'falls-short': ': falls short of it',
};

import {
  findClaim,
  type HumanAnswer,
  keptResults,
  leaderboard,
  wilsonInterval,
} from '@fashion-mnist/benchmark/leaderboard';
import type { Predictions } from '../../state/predictions.ts';
import { type Score, scoreOfPredictions } from './score.ts';

/** What a person is measured against. */
export interface Rival extends Score {
  readonly name: string;
  /** Whether it was judged on the very images that have answers. */
  readonly isOnSameImages: boolean;
}

/** The people of the original: 1,000 images, the majority of three labels each. */
export function people(imageCount: number): Rival {
  const accuracy = findClaim('human-performance').fashion;
  const interval = wilsonInterval(Math.round(accuracy * imageCount), imageCount);
  return { name: 'People, three labels each', accuracy, interval, count: imageCount, isOnSameImages: false };
}

/** Models whose claims a run of ours has reached, with the accuracy on all test images. */
export function verifiedModels(): readonly Rival[] {
  return leaderboard().claims.flatMap((claim) => {
    if (claim.status !== 'verified') return [];
    const runs = keptResults.filter(({ file }) => claim.results.includes(file));
    const figure = runs
      .flatMap(({ result }) => (result.kind === 'run' ? result.figures : []))
      .find(({ dataset }) => dataset.name === 'fashion-mnist');
    if (figure === undefined) return [];
    const { accuracy, interval, count } = figure;
    return [{ name: claim.classifier, accuracy, interval, count, isOnSameImages: false }];
  });
}

interface SameImages {
  readonly dataset: string;
  /** Id of the first test image. */
  readonly first: number;
  readonly labels: Uint8Array;
  readonly answers: readonly HumanAnswer[];
}

/** Models of this page that have judged all images that have answers. */
export function modelsOnSameImages(
  predictions: readonly Predictions[],
  { dataset, first, labels, answers }: SameImages,
): readonly Rival[] {
  if (answers.length === 0) return [];
  const covers = (one: Predictions) =>
    one.dataset === dataset &&
    answers.every(({ index }) => first + index >= one.first && first + index < one.first + one.count);
  return predictions.filter(covers).map((one) => {
    const classCount = one.probabilities.length / one.count;
    const predict = (index: number) => mostLikely(one.probabilities, first + index - one.first, classCount);
    return { name: one.model, ...scoreOfPredictions(predict, answers, labels), isOnSameImages: true };
  });
}

function mostLikely(probabilities: Float32Array, row: number, classCount: number): number {
  const own = probabilities.subarray(row * classCount, (row + 1) * classCount);
  return own.reduce((best, probability, label) => (probability > (own[best] ?? 0) ? label : best), 0);
}

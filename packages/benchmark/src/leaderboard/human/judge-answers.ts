import { BenchmarkError } from '../../errors.ts';
import { wilsonInterval } from '../wilson-interval.ts';
import { fleissKappa } from './fleiss-kappa.ts';
import type { HumanAnswer } from './human-answer.ts';
import type { HumanProtocol } from './human-protocol.ts';

/** How well people tell the images apart. */
export interface HumanResult {
  /** Images with all their answers; the others are left out. */
  readonly imageCount: number;
  /** Share of these images whose majority is right, `0..1`. An image without a majority counts as wrong. */
  readonly accuracy: number;
  /** Wilson's interval of it at 95 %. */
  readonly interval: readonly [low: number, high: number];
  /** Images without a majority: no label was given most often. */
  readonly tieCount: number;
  /** The accuracy to be expected if ties were broken by lot among the labels given most often. */
  readonly accuracyByLot: number;
  /** Share of single answers that are right. */
  readonly answerAccuracy: number;
  /** Fleiss' kappa of the answers; NaN where all are the same. */
  readonly agreement: number;
  readonly annotators: readonly AnnotatorResult[];
}

/** One of those who answered, by all of their answers. */
export interface AnnotatorResult {
  readonly annotator: string;
  readonly answerCount: number;
  readonly accuracy: number;
  /** Of the answers that were timed; null when none was. */
  readonly medianSeconds: number | null;
}

/**
 * Judges answers by the protocol: the label that was given most often is that of the image.
 *
 * @param answers - As `importAnswers` gives them.
 * @param labels - Of all test images.
 * @throws {BenchmarkError} `E_LEADERBOARD` - no image has all its answers, or there are not as many labels as test images.
 */
export function judgeAnswers(
  answers: readonly HumanAnswer[],
  { answersPerImage, testCount }: HumanProtocol,
  labels: Uint8Array,
): HumanResult {
  if (labels.length !== testCount)
    throw new BenchmarkError(
      'E_LEADERBOARD',
      `expected the labels of ${testCount} test images, got ${labels.length}`,
    );
  const images = [...groupBy(answers, ({ index }) => index)]
    .filter(([, given]) => given.length === answersPerImage)
    .map(([index, given]) => ({ truth: labels[index] ?? 0, given: given.map(({ label }) => label) }));
  if (images.length === 0)
    throw new BenchmarkError('E_LEADERBOARD', `expected an image with ${answersPerImage} answers, got none`);
  const votes = images.map(({ truth, given }) => ({ truth, leaders: leadersOf(given) }));
  const correct = votes.filter(({ truth, leaders }) => leaders.length === 1 && leaders[0] === truth).length;
  const byLot = votes.map(({ truth, leaders }) => (leaders.includes(truth) ? 1 / leaders.length : 0));
  const classCount = 1 + Math.max(...images.flatMap(({ given }) => given));
  const isRight = ({ index, label }: HumanAnswer) => labels[index] === label;
  return {
    imageCount: images.length,
    accuracy: correct / images.length,
    interval: wilsonInterval(correct, images.length),
    tieCount: votes.filter(({ leaders }) => leaders.length > 1).length,
    accuracyByLot: mean(byLot),
    answerAccuracy: mean(images.flatMap(({ truth, given }) => given.map((label) => Number(label === truth)))),
    agreement: fleissKappa(images.map(({ given }) => countsOf(given, classCount))),
    annotators: [...groupBy(answers, ({ annotator }) => annotator)].map(([annotator, own]) => ({
      annotator,
      answerCount: own.length,
      accuracy: mean(own.map((answer) => Number(isRight(answer)))),
      medianSeconds: median(own.flatMap(({ seconds }) => (seconds === null ? [] : [seconds]))),
    })),
  };
}

/** The labels that were given most often. */
function leadersOf(given: readonly number[]): readonly number[] {
  const timesOf = (label: number) => given.filter((other) => other === label).length;
  const most = Math.max(...given.map(timesOf));
  return [...new Set(given)].filter((label) => timesOf(label) === most);
}

function countsOf(given: readonly number[], classCount: number): readonly number[] {
  return Array.from({ length: classCount }, (_, label) => given.filter((other) => other === label).length);
}

function groupBy<Key, Value>(values: readonly Value[], keyOf: (value: Value) => Key): Map<Key, Value[]> {
  const groups = new Map<Key, Value[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group === undefined) groups.set(keyOf(value), [value]);
    else group.push(value);
  }
  return groups;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

import { type AnnotatorResult, formatAccuracy, type HumanResult } from '@fashion-mnist/benchmark';
import { formatCount } from '../terminal/format.ts';

/** How well people have told images apart, for people. */
export function describeHuman(
  result: HumanResult,
  answersPerImage: number,
  claimed: number | null,
): readonly string[] {
  const { accuracy, interval, imageCount, tieCount, accuracyByLot, answerAccuracy, agreement } = result;
  const [low, high] = interval;
  const by = answersPerImage === 1 ? 'an answer each' : `the majority of ${answersPerImage} answers each`;
  return [
    `accuracy ${formatAccuracy(accuracy)} (95 %: ${low.toFixed(4)} to ${high.toFixed(4)}) on ${formatCount(imageCount)} images, by ${by}`,
    ...(claimed === null ? [] : [`claimed on the leaderboard: ${claimed}`]),
    ...(answersPerImage === 1
      ? []
      : [
          `${formatCount(tieCount)} without a majority count as wrong; by lot it would be ${formatAccuracy(accuracyByLot)}`,
          `single answers: ${formatAccuracy(answerAccuracy)} right, agreement ${Number.isNaN(agreement) ? 'undefined' : agreement.toFixed(3)} (Fleiss' kappa)`,
        ]),
    '',
    ...annotatorTable(result.annotators),
  ];
}

function annotatorTable(annotators: readonly AnnotatorResult[]): readonly string[] {
  const rows = [
    ['who', 'answers', 'right', 'seconds'],
    ...annotators.map(({ annotator, answerCount, accuracy, medianSeconds }) => [
      annotator,
      formatCount(answerCount),
      accuracy.toFixed(4),
      medianSeconds === null ? '-' : medianSeconds.toFixed(1),
    ]),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  '),
  );
}

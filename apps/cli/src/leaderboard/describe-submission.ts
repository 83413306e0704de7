import { formatAccuracy, type Standing, type SubmissionResult, standing } from '@fashion-mnist/benchmark';
import { confusionMatrix } from '@fashion-mnist/models';
import { formatCount } from '../terminal/format.ts';

/** A submission beside what it is judged by. */
export interface JudgedSubmission {
  readonly result: SubmissionResult;
  readonly predictions: Uint8Array;
  readonly truth: Uint8Array;
  readonly classNames: readonly string[];
}

/** Where an accuracy would stand; null for datasets without a leaderboard. */
export function standingOf({ figures: [{ accuracy, dataset }] }: SubmissionResult): Standing | null {
  return dataset.name === 'fashion-mnist' || dataset.name === 'mnist'
    ? standing(accuracy, dataset.name)
    : null;
}

/** How often each class was taken for each: rows true, columns predicted. */
export function confusionOf({ predictions, truth, classNames }: JudgedSubmission): readonly number[][] {
  const { counts } = confusionMatrix(truth, predictions, { labels: classNames.map((_, label) => label) });
  const size = classNames.length;
  return classNames.map((_, row) => [...counts.data.subarray(row * size, (row + 1) * size)]);
}

/** A submission that was taken, for people. */
export function describeSubmission(submission: JudgedSubmission): readonly string[] {
  const { result, classNames } = submission;
  const [{ accuracy, correct, count, interval, per_class: perClass, dataset }] = result.figures;
  const [low, high] = interval;
  return [
    `${result.row}: accuracy ${formatAccuracy(accuracy)} (95 %: ${low.toFixed(4)} to ${high.toFixed(4)}), ${formatCount(correct)} of ${formatCount(count)} test images of ${dataset.name}`,
    ...describeStanding(standingOf(result)),
    '',
    ...confusionLines(confusionOf(submission), classNames, perClass),
    ...result.warnings.map((warning) => `note: ${warning}`),
  ];
}

function describeStanding(place: Standing | null): readonly string[] {
  if (place === null) return [];
  const next = [place.above && `below ${place.above}`, place.below && `above ${place.below}`].filter(Boolean);
  return [`would be ${place.place} of ${place.of} claims: ${next.join(', ')}`];
}

function confusionLines(
  confusion: readonly (readonly number[])[],
  classNames: readonly string[],
  perClass: readonly { readonly accuracy: number }[],
): readonly string[] {
  const nameWidth = Math.max(...classNames.map((name) => name.length));
  const width = Math.max(...confusion.flat().map((count) => String(count).length)) + 1;
  const head = classNames.map((_, label) => String(label).padStart(width)).join('');
  return [
    `${'true, taken for'.padEnd(nameWidth + 3)}${head}  right`,
    ...confusion.map((row, label) => {
      const name = `${label}  ${(classNames[label] ?? '').padEnd(nameWidth)}`;
      const share = (perClass[label]?.accuracy ?? 0).toFixed(3);
      return `${name}${row.map((count) => String(count).padStart(width)).join('')}  ${share}`;
    }),
  ];
}

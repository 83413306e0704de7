import { BEST_BELIEVED } from './believable.ts';

/** Labels of other images than the test images, in the order of their files. */
export interface OtherOrder {
  /** As `the first training images`. */
  readonly name: string;
  readonly labels: ArrayLike<number>;
}

/** Predictions beside what they are judged by. */
export interface Judged {
  readonly predictions: ArrayLike<number>;
  readonly truth: ArrayLike<number>;
  readonly dataset: string;
}

/** Far above what guessing gives, and below what any classifier has. */
const CLEARLY_RELATED = 0.3;

/** Standard errors between guessing and something. */
const BY_CHANCE = 4;

/** Labels that cannot be honest predictions of these test images. */
export function findLeaks({ predictions, truth, dataset }: Judged): readonly string[] {
  const accuracy = agreement(predictions, truth);
  if (accuracy === 1) return ['these are the labels of the test images themselves'];
  const most = BEST_BELIEVED[dataset] ?? 1;
  if (accuracy <= most) return [];
  return [
    `accuracy ${accuracy}: above ${most} only someone who knew the test labels can be, since some of them are wrong; open an issue if that is not so`,
  ];
}

/** Signs that the labels belong to other images, or stand in another order. */
export function findWrongOrders(judged: Judged, others: readonly OtherOrder[]): readonly string[] {
  const { predictions, truth } = judged;
  const accuracy = agreement(predictions, truth);
  const related = others.filter(({ labels }) => {
    const agreed = agreement(predictions, labels);
    return agreed > CLEARLY_RELATED && agreed > accuracy;
  });
  const problems = related.map(
    ({ name }) => `these labels are in the order of ${name}, not of the test images`,
  );
  if (isSorted(predictions))
    problems.push('the labels are sorted by class: expected the order of the test images');
  const moved = [-1, 1].find(
    (step) => agreement(shifted(predictions, step), truth) > Math.max(CLEARLY_RELATED, accuracy),
  );
  if (moved !== undefined)
    problems.push(`the labels fit better when moved by ${moved}: is a line missing, or one too many?`);
  return problems.length > 0 || !isGuessing(accuracy, truth)
    ? problems
    : [
        `accuracy ${accuracy.toFixed(4)} is what guessing gives: are the labels in the order of the test images?`,
      ];
}

/** Labels that a classifier never gave: unusual, but not forbidden. */
export function findUnusual(
  { predictions, truth }: Judged,
  classNames: readonly string[],
): readonly string[] {
  const given = new Set(Array.from(predictions));
  const present = new Set(Array.from(truth));
  return classNames.flatMap((name, label) =>
    present.has(label) && !given.has(label) ? [`class ${label}, ${name}, is never predicted`] : [],
  );
}

/** Share of the places at which two lists have the same label, of the shorter one's. */
function agreement(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const count = Math.min(a.length, b.length);
  let same = 0;
  for (let i = 0; i < count; i++) if (a[i] === b[i]) same++;
  return count === 0 ? 0 : same / count;
}

function isSorted(labels: ArrayLike<number>): boolean {
  return Array.from(labels).every((label, i, all) => i === 0 || (all[i - 1] ?? 0) <= label);
}

function shifted(labels: ArrayLike<number>, step: number): readonly number[] {
  return Array.from(labels, (_, i) => labels[i - step] ?? -1);
}

function isGuessing(accuracy: number, truth: ArrayLike<number>): boolean {
  const chance = 1 / new Set(Array.from(truth)).size;
  return accuracy < chance + BY_CHANCE * Math.sqrt((chance * (1 - chance)) / truth.length);
}

import {
  type HumanAnswer,
  type HumanProtocol,
  judgeAnswers,
  wilsonInterval,
} from '@fashion-mnist/benchmark/leaderboard';

/** How good answers or predictions are. */
export interface Score {
  readonly accuracy: number;
  /** At 95 %. */
  readonly interval: readonly [low: number, high: number];
  readonly count: number;
}

/** How good one person's answers are; undefined of none. */
export function scoreOf(
  answers: readonly HumanAnswer[],
  protocol: HumanProtocol,
  labels: Uint8Array,
): (Score & { readonly medianSeconds: number | null }) | undefined {
  if (answers.length === 0) return undefined;
  const { accuracy, interval, imageCount, annotators } = judgeAnswers(
    answers,
    { ...protocol, answersPerImage: 1 },
    labels,
  );
  return { accuracy, interval, count: imageCount, medianSeconds: annotators[0]?.medianSeconds ?? null };
}

/** How good a model is on the very images that have answers. */
export function scoreOfPredictions(
  predict: (index: number) => number,
  answers: readonly HumanAnswer[],
  labels: Uint8Array,
): Score {
  const correct = answers.filter(({ index }) => predict(index) === labels[index]).length;
  const count = answers.length;
  return { accuracy: correct / count, interval: wilsonInterval(correct, count), count };
}

/** How often a class was taken for another. */
export interface Confusion {
  readonly label: number;
  readonly answer: number;
  readonly count: number;
}

/** Answers by label and answer, shape `[classCount][classCount]`. */
export function confusionTable(
  answers: readonly HumanAnswer[],
  labels: Uint8Array,
  classCount: number,
): readonly (readonly number[])[] {
  const table = Array.from({ length: classCount }, () => Array.from({ length: classCount }, () => 0));
  for (const { index, label: answer } of answers) {
    const row = table[labels[index] ?? 0];
    if (row !== undefined) row[answer] = (row[answer] ?? 0) + 1;
  }
  return table;
}

/** Wrong answers by kind, the most frequent first. */
export function frequentConfusions(table: readonly (readonly number[])[]): readonly Confusion[] {
  return table
    .flatMap((row, label) => row.map((count, answer) => ({ label, answer, count })))
    .filter(({ label, answer, count }) => label !== answer && count > 0)
    .toSorted((a, b) => b.count - a.count);
}

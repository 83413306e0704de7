import { formatClassificationReport } from '@fashion-mnist/models';
import { formatCount } from '../terminal/format.ts';
import type { Evaluation } from './evaluate-model.ts';

/** Confusions worth a line. */
const WORST = 3;

/** An evaluation for people: accuracy, a table of the classes, the confusions that occur most often. */
export function describeEvaluation(
  evaluation: Evaluation,
  what: string,
  classNames: readonly string[],
): readonly string[] {
  const { accuracy, count, report, seconds } = evaluation;
  const nameOf = (label: number) => classNames[label] ?? String(label);
  return [
    `accuracy ${accuracy.toFixed(4)} on ${formatCount(count)} ${what} (${seconds.toFixed(1)} s)`,
    '',
    ...formatClassificationReport(report, { targetNames: Array.from(evaluation.classes, nameOf) })
      .trimEnd()
      .split('\n'),
    '',
    ...worstConfusions(evaluation).map(
      ({ times, actual, taken }) => `${formatCount(times)} x ${nameOf(actual)} taken for ${nameOf(taken)}`,
    ),
  ];
}

/** The same for programs. */
export function evaluationData(evaluation: Evaluation): Readonly<Record<string, unknown>> {
  const { count, accuracy, report, classes, confusion, seconds } = evaluation;
  const { perClass, macroAverage, weightedAverage } = report;
  return {
    count,
    accuracy,
    classes: [...classes],
    perClass,
    macroAverage,
    weightedAverage,
    confusion: Array.from(classes, (_, row) => [
      ...confusion.data.subarray(row * classes.length, (row + 1) * classes.length),
    ]),
    predictSeconds: seconds,
  };
}

function worstConfusions({ classes, confusion }: Evaluation) {
  return Array.from(confusion.data, (times, cell) => ({
    times,
    actual: classes[Math.floor(cell / classes.length)] ?? 0,
    taken: classes[cell % classes.length] ?? 0,
  }))
    .filter(({ times, actual, taken }) => times > 0 && actual !== taken)
    .toSorted((a, b) => b.times - a.times)
    .slice(0, WORST);
}

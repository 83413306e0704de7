import type { Answers } from './answers.ts';

/** A cell: images of a label that were taken for a class. */
export interface Cell {
  readonly label: number;
  readonly predicted: number;
}

/** How often each class was taken for each. */
export interface Confusion {
  readonly classCount: number;
  /** Shape `[classCount, classCount]`: row = label, column = predicted class. */
  readonly counts: Uint32Array;
  /** Images of each label. */
  readonly totals: Uint32Array;
  readonly rightCount: number;
}

export function confusionOf({ classCount, labels, predicted }: Answers): Confusion {
  const counts = new Uint32Array(classCount ** 2);
  const totals = new Uint32Array(classCount);
  let rightCount = 0;
  labels.forEach((label, at) => {
    const cell = label * classCount + (predicted[at] ?? 0);
    counts[cell] = (counts[cell] ?? 0) + 1;
    totals[label] = (totals[label] ?? 0) + 1;
    rightCount += Number(label === predicted[at]);
  });
  return { classCount, counts, totals, rightCount };
}

export function countOf({ classCount, counts }: Confusion, { label, predicted }: Cell): number {
  return counts[label * classCount + predicted] ?? 0;
}

/** The share of a label's images, 0..1. */
export function shareOf(confusion: Confusion, cell: Cell): number {
  const total = confusion.totals[cell.label] ?? 0;
  return total === 0 ? 0 : countOf(confusion, cell) / total;
}

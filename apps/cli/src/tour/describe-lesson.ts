import { formatCount } from '../terminal/format.ts';
import type { Lesson } from './learn.ts';

/** A lesson in one line. */
export function describeLesson({ model, trainCount, testCount, accuracy }: Lesson): string {
  return `${model} of ${formatCount(trainCount)} images: accuracy ${accuracy.toFixed(4)} on ${formatCount(testCount)} test images`;
}

/** The confusion that occurs most often. */
export function describeWorstConfusion({ confusion }: Lesson, classNames: readonly string[]): string {
  const size = classNames.length;
  let worst = { count: 0, actual: 0, taken: 0 };
  confusion.forEach((count, cell) => {
    const actual = Math.floor(cell / size);
    const taken = cell % size;
    if (actual !== taken && count > worst.count) worst = { count, actual, taken };
  });
  return `most often confused: ${worst.count} x ${classNames[worst.actual]} taken for ${classNames[worst.taken]}`;
}

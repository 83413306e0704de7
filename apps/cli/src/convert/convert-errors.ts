import { DetailedError } from '../detailed-error.ts';

/** Thrown for labels that do not say of each photo, and of nothing else, what it shows. */
export class LabelsError extends Error {
  override readonly name = 'LabelsError';
  readonly code = 'E_LABELS';
}

/** Thrown when there is nothing to convert, or nothing of it could be. */
export class NoPhotosError extends DetailedError {
  override readonly name = 'NoPhotosError';
  readonly code = 'E_PHOTO';
}

/** More say nothing new. */
const MOST_PROBLEMS = 10;

/** What is wrong with labels: the only problem, or the first ones of many. */
export function describeProblems(problems: readonly string[]): string {
  const [only] = problems;
  if (problems.length === 1) return only ?? '';
  const left = problems.length - MOST_PROBLEMS;
  const shown = problems.slice(0, MOST_PROBLEMS);
  return [`${problems.length} problems`, ...shown, ...(left > 0 ? [`and ${left} more`] : [])].join('\n  ');
}

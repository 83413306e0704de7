import type { Measurement, MeasurementStatus } from './report-row.ts';

/** What stands where there is no figure. */
export const NO_FIGURE = '-';

const STATUS_WORDS: Readonly<Record<MeasurementStatus, string>> = {
  done: 'done',
  invalid: 'invalid',
  refused: 'refused',
  'timed-out': 'timed out',
  failed: 'failed',
  'left-out': 'left out',
  missing: NO_FIGURE,
};

/** A mean accuracy to four decimals, or the word for why there is none. */
export function formatAccuracy({ accuracy, status }: Measurement): string {
  if (accuracy !== null) return accuracy.toFixed(4);
  return status === 'done' ? 'no number' : STATUS_WORDS[status];
}

/** An accuracy of the paper, to its three decimals. */
export function formatPublished(accuracy: number | null): string {
  return accuracy === null ? NO_FIGURE : accuracy.toFixed(3);
}

/** A difference of accuracies with its sign, as a table shows it, or a dash where there is none. */
export function formatDifference(difference: number | null): string {
  if (difference === null) return NO_FIGURE;
  const text = difference.toFixed(4);
  return difference > 0 ? `+${text}` : text;
}

/** `0.42 s`, `12.3 s`, `4.1 min`, `2.3 h`. */
export function formatSeconds(seconds: number | null): string {
  if (seconds === null) return NO_FIGURE;
  if (seconds < 9.995) return `${seconds.toFixed(2)} s`;
  if (seconds < 59.95) return `${seconds.toFixed(1)} s`;
  if (seconds < 3_597) return `${(seconds / 60).toFixed(1)} min`;
  return `${(seconds / 3600).toFixed(1)} h`;
}

/** `412 MB`, `1.2 GB`. */
export function formatBytes(bytes: number | null): string {
  if (bytes === null) return NO_FIGURE;
  const megabytes = bytes / 1e6;
  return megabytes < 999.5 ? `${megabytes.toFixed(0)} MB` : `${(megabytes / 1000).toFixed(1)} GB`;
}

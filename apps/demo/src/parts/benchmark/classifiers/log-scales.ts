import type { ScaleOptions } from '@observablehq/plot';

/** Accuracies that are good to read on an axis. */
const ACCURACIES = [0.1, 0.2, 0.5, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98, 0.99];
/** An error below stands at the end of the scale: the logarithm has no zero. */
const LEAST_ERROR = 1e-4;

const TIMES: readonly (readonly [seconds: number, text: string])[] = [
  [0.1, '0.1 s'],
  [1, '1 s'],
  [10, '10 s'],
  [60, '1 min'],
  [600, '10 min'],
  [3600, '1 h'],
  [36_000, '10 h'],
];

/** Where an accuracy stands: by the logarithm of the error, so that from 0.8 to 0.9 it is as far as from 0.9 to 0.95. */
export function accuracyPlace(accuracy: number): number {
  return -Math.log10(Math.max(1 - accuracy, LEAST_ERROR));
}

/** Where a time stands: by its logarithm. */
export function timePlace(seconds: number): number {
  return Math.log10(seconds);
}

/** A scale of `accuracyPlace`, read as accuracies. */
export function accuracyScale(label: string, accuracies: readonly number[]): ScaleOptions {
  return scaleOf(
    label,
    accuracies.map(accuracyPlace),
    ACCURACIES.map((accuracy) => [accuracyPlace(accuracy), `${accuracy}`]),
  );
}

/** A scale of `timePlace`, read as times. */
export function timeScale(label: string, seconds: readonly number[]): ScaleOptions {
  return scaleOf(
    label,
    seconds.map(timePlace),
    TIMES.map(([time, text]) => [timePlace(time), text]),
  );
}

/** Of logarithms: a logarithmic scale of Plot leaves out labels as it likes. */
function scaleOf(
  label: string,
  places: readonly number[],
  marks: readonly (readonly [place: number, text: string])[],
): ScaleOptions {
  const [least, most] = places.length === 0 ? [0, 1] : [Math.min(...places), Math.max(...places)];
  const margin = 0.03 * (most - least || 1);
  const domain = [least - margin, most + margin] as const;
  const seen = marks.filter(([place]) => place >= domain[0] && place <= domain[1]);
  const texts = new Map(seen);
  return {
    domain,
    label,
    labelArrow: 'none',
    ticks: seen.map(([place]) => place),
    tickFormat: (place: number) => texts.get(place) ?? '',
    grid: true,
  };
}

import type { ScaleOptions } from '@observablehq/plot';

/** Accuracies that are good to read on an axis. */
const TICKS = [0.1, 0.2, 0.5, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98, 0.99];
/** An error below stands at the end of the scale: the logarithm has no zero. */
const LEAST_ERROR = 1e-4;

/** What is drawn of an accuracy: its error, so that from 0.8 to 0.9 it is as far as from 0.9 to 0.95. */
export function errorOf(accuracy: number): number {
  return Math.max(1 - accuracy, LEAST_ERROR);
}

/** A scale of errors, by their logarithm, that is read as accuracies. */
export function accuracyScale(label: string, accuracies: readonly number[]): ScaleOptions {
  const errors = accuracies.map(errorOf);
  const [least, most] = [Math.min(...errors) / 1.06, Math.max(...errors) * 1.06];
  return {
    type: 'log',
    domain: [most, least],
    label,
    labelArrow: 'none',
    ticks: TICKS.map(errorOf).filter((error) => error >= least && error <= most),
    tickFormat: (error: number) => `${Math.round(1000 * (1 - error)) / 1000}`,
    grid: true,
  };
}

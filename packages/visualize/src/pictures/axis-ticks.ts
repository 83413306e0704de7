const STEPS = [1, 2, 5] as const;

/** Where an axis has its marks, and how they are written. */
export interface AxisTicks {
  /** From the first mark to the last: all values are between them. */
  readonly values: readonly number[];
  readonly labels: readonly string[];
}

/**
 * Marks at multiples of 1, 2 or 5 times a power of ten, from below the least to above the greatest value.
 *
 * @param most - Spaces between marks, about.
 * @param leastStep - 1 where only whole numbers have a meaning. @default 0
 */
export function axisTicks(least: number, greatest: number, most: number, leastStep = 0): AxisTicks {
  const range = greatest - least || Math.abs(greatest) || 1;
  const step = Math.max(stepOf(range / most), leastStep);
  const first = Math.floor(least / step + 1e-9);
  const last = Math.max(Math.ceil(greatest / step - 1e-9), first + 1);
  const digits = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const values = Array.from({ length: last - first + 1 }, (_, i) => (first + i) * step);
  return { values, labels: values.map((value) => value.toFixed(digits)) };
}

function stepOf(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return power * (STEPS.find((step) => step * power >= least * (1 - 1e-9)) ?? 10);
}

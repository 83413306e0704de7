export interface Tick {
  /** From 0 at the beginning of the axis to 1 at its end. */
  readonly position: number;
  readonly label: string;
}

/** Where values stand, and what is written beside them. */
export interface Axis {
  readonly title: string;
  readonly ticks: readonly Tick[];
  /** From 0 at the beginning of the axis to 1 at its end. */
  readonly positionOf: (value: number) => number;
}

export interface AxisOptions {
  readonly title: string;
  /** What has to find its place. */
  readonly values: readonly number[];
  /** The least distance of two ticks, as a part of the axis. */
  readonly leastGap: number;
}

type Mark = readonly [value: number, label: string];

/** Share of the axis that stays free at either end. */
const MARGIN = 0.04;
/** Half of the axis where all values are the same. */
const LEAST_HALF_SPAN = 0.1;
const LEAST_ERROR = 1e-4;
const LEAST_SECONDS = 1e-3;

/** The most welcome ones first. */
const ACCURACY_MARKS: readonly Mark[] = [
  0.9, 0.5, 0.8, 0.95, 0.98, 0.99, 0.7, 0.2, 0, 0.6, 0.85, 0.97, 0.96, 0.94, 0.93, 0.92, 0.91, 0.88, 0.86,
  0.84, 0.82, 0.995, 0.999,
].map((value) => [value, `${value}`]);

const TIME_MARKS: readonly Mark[] = [
  [1, '1 s'],
  [60, '1 min'],
  [3600, '1 h'],
  [0.1, '0.1 s'],
  [10, '10 s'],
  [600, '10 min'],
  [36_000, '10 h'],
  [0.01, '10 ms'],
  [0.001, '1 ms'],
  [3, '3 s'],
  [30, '30 s'],
  [180, '3 min'],
  [1800, '30 min'],
  [2, '2 s'],
  [5, '5 s'],
  [20, '20 s'],
];

/** Accuracies, by the logarithm of the error: from 0.8 to 0.9 it is as far as from 0.9 to 0.95. */
export function accuracyAxis(options: AxisOptions): Axis {
  return createAxis(options, ACCURACY_MARKS, (accuracy) => -Math.log(Math.max(1 - accuracy, LEAST_ERROR)));
}

/** Seconds, by their logarithm. */
export function timeAxis(options: AxisOptions): Axis {
  return createAxis(options, TIME_MARKS, (seconds) => Math.log(Math.max(seconds, LEAST_SECONDS)));
}

function createAxis(
  { title, values, leastGap }: AxisOptions,
  marks: readonly Mark[],
  transform: (value: number) => number,
): Axis {
  const places = values.map(transform);
  const low = places.length === 0 ? 0 : Math.min(...places);
  const high = places.length === 0 ? 1 : Math.max(...places);
  const center = (low + high) / 2;
  const halfSpan = Math.max((high - low) / 2, LEAST_HALF_SPAN) / (1 - 2 * MARGIN);
  const positionOf = (value: number) => (transform(value) - center) / (2 * halfSpan) + 0.5;
  const ticks = marks
    .map(([value, label]) => ({ position: positionOf(value), label }))
    .filter(({ position }) => position >= 0 && position <= 1);
  return { title, ticks: thinOut(ticks, leastGap), positionOf };
}

/** Those that keep their distance from all before them. */
function thinOut(ticks: readonly Tick[], leastGap: number): readonly Tick[] {
  const kept: Tick[] = [];
  for (const tick of ticks)
    if (kept.every(({ position }) => Math.abs(position - tick.position) >= leastGap)) kept.push(tick);
  return kept;
}

import type { JSX } from 'preact';

interface IntervalStripProps {
  readonly value: number;
  /** The 95 % interval of the value. */
  readonly interval: readonly [low: number, high: number];
  /** What the strip spans. */
  readonly domain: readonly [least: number, most: number];
  /** Another figure to compare with, drawn as a stroke. */
  readonly mark?: number | undefined;
}

const WIDTH = 120;
const HEIGHT = 16;

/** A figure as a dot with its interval, for the eye; the figures themselves stand beside it. */
export function IntervalStrip({
  value,
  interval: [low, high],
  domain,
  mark,
}: IntervalStripProps): JSX.Element {
  const [least, most] = domain;
  const placeOf = (share: number) => WIDTH * Math.min(Math.max((share - least) / (most - least), 0), 1);
  return (
    <svg class="interval-strip" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <path class="interval-track" d={`M0 ${HEIGHT / 2}H${WIDTH}`} />
      {mark !== undefined && <path class="interval-mark" d={`M${placeOf(mark)} 2V${HEIGHT - 2}`} />}
      <path class="interval-bar" d={`M${placeOf(low)} ${HEIGHT / 2}H${placeOf(high)}`} />
      <circle class="interval-dot" cx={placeOf(value)} cy={HEIGHT / 2} r="3.5" />
    </svg>
  );
}

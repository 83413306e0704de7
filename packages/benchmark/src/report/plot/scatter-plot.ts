import type { Family } from '../families.ts';
import { type Markup, markup } from '../markup.ts';
import type { Axis, Tick } from './axis.ts';
import type { Place } from './frontier.ts';
import { markerPath } from './marker-path.ts';

export interface PlotPoint extends Place {
  /** Index of the row in the report. */
  readonly row: number;
  readonly family: Family;
  /** The point for those who cannot see it. */
  readonly label: string;
}

/** A line that helps to read the points, through places in the units of the axes. */
export interface GuideLine {
  readonly places: readonly Place[];
  /** Steps go right, then up. */
  readonly isStepped: boolean;
  readonly label: string;
}

export interface ScatterPlotOptions {
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly xAxis: Axis;
  readonly yAxis: Axis;
  readonly guide: GuideLine;
}

const MARGIN = { top: 30, right: 18, bottom: 46, left: 46 } as const;

/** Marks of families at their places, as an SVG picture that takes its colours from the style of the page. */
export function scatterPlot(points: readonly PlotPoint[], options: ScatterPlotOptions): Markup {
  const { width, height, title, xAxis, yAxis } = options;
  const right = width - MARGIN.right;
  const bottom = height - MARGIN.bottom;
  const xOf = (position: number) => round(MARGIN.left + position * (right - MARGIN.left));
  const yOf = (position: number) => round(bottom - position * (bottom - MARGIN.top));
  const place = ({ x, y }: Place) => [xOf(xAxis.positionOf(x)), yOf(yAxis.positionOf(y))] as const;
  return markup`<svg class="plot" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="group" aria-label="${title}">
<g class="grid">${yAxis.ticks.map((tick) => horizontalLine(tick, yOf(tick.position), right))}${xAxis.ticks.map((tick) => verticalLine(tick, xOf(tick.position), bottom))}</g>
<text class="axis-title" x="${right}" y="${height - 6}" text-anchor="end">${xAxis.title}</text>
<text class="axis-title" x="0" y="12">${yAxis.title}</text>
${guideLine(options.guide, place)}
<g class="marks">${points.map((point) => mark(point, place(point)))}</g>
</svg>`;
}

function horizontalLine({ label }: Tick, y: number, right: number): Markup {
  return markup`<path d="M${MARGIN.left} ${y}H${right}"/><text x="${MARGIN.left - 8}" y="${y + 4}" text-anchor="end">${label}</text>`;
}

function verticalLine({ label }: Tick, x: number, bottom: number): Markup {
  return markup`<path d="M${x} ${MARGIN.top}V${bottom}"/><text x="${x}" y="${bottom + 18}" text-anchor="middle">${label}</text>`;
}

function guideLine(
  { places, isStepped, label }: GuideLine,
  place: (at: Place) => readonly [number, number],
): Markup | null {
  const corners = places.map(place);
  const [first, ...others] = corners;
  const last = corners.at(-1);
  if (first === undefined || last === undefined || others.length === 0) return null;
  const lines = others.map(([x, y]) => (isStepped ? `H${x}V${y}` : `L${x} ${y}`));
  return markup`<path class="guide" d="M${first[0]} ${first[1]}${lines.join('')}"/><text class="guide-label" x="${last[0] - 8}" y="${last[1] - 8}" text-anchor="end">${label}</text>`;
}

function mark({ row, family, label }: PlotPoint, [x, y]: readonly [number, number]): Markup {
  return markup`<path class="mark kind-${family.kind}" d="${markerPath(family.shape)}" transform="translate(${x} ${y})" data-row="${row}" role="img" aria-label="${label}"/>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

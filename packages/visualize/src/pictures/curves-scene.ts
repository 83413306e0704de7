import { classColor } from '../class-colors.ts';
import { VisualizeError } from '../errors.ts';
import { type AxisTicks, axisTicks } from './axis-ticks.ts';
import { legendRows } from './legend-rows.ts';
import { headings } from './map-panel.ts';
import type { Area } from './place-points.ts';
import {
  BACKGROUND,
  type DotLayer,
  FAINT_INK,
  INK,
  type Scene,
  type SceneLine,
  type SceneText,
} from './scene.ts';

/** How a figure changes, from left to right. */
export interface Curve {
  readonly name: string;
  /** At least one, with finite coordinates. */
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

/** Curves in the same axes. */
export interface CurvePanel {
  /** What goes up. */
  readonly title: string;
  readonly curves: readonly Curve[];
}

/** What a figure of curves says beside them. */
export interface CurvesOptions {
  /** Heading. @default '' */
  readonly title?: string;
  /** A line below the heading. @default '' */
  readonly subtitle?: string;
  /** What goes to the right; it is counted in whole numbers. @default '' */
  readonly xTitle?: string;
}

const MARGIN = 32;
const HEADER_HEIGHT = 96;
const PANEL = { width: 420, height: 300, axis: 56, title: 30, foot: 44, gap: 28 } as const;
const GRID = '#e4e7eb';
const MARK = { size: 13, weight: 'regular', color: FAINT_INK, halo: false } as const;

/** Lays curves out: panels side by side, those of the same name in the same colour, and one legend below. */
export function curvesScene(panels: readonly CurvePanel[], options: CurvesOptions): Scene {
  requireCurves(panels);
  const { title = '', subtitle = '', xTitle = '' } = options;
  const names = [...new Set(panels.flatMap(({ curves }) => curves.map(({ name }) => name)))];
  const colorOf = (name: string) => classColor(names.indexOf(name));
  const laidOut = panels.map((panel, index) => {
    const left = MARGIN + PANEL.axis + index * (PANEL.width + PANEL.axis + PANEL.gap);
    const area = { left, top: HEADER_HEIGHT + PANEL.title, width: PANEL.width, height: PANEL.height };
    return layOut(panel, { area, xTitle, colorOf });
  });
  const width = 2 * MARGIN + panels.length * (PANEL.axis + PANEL.width) + (panels.length - 1) * PANEL.gap;
  const below = HEADER_HEIGHT + PANEL.title + PANEL.height + PANEL.foot;
  const legend = legendRows(
    names.map((name) => ({ name, color: colorOf(name) })),
    { left: MARGIN, top: below, width: width - 2 * MARGIN },
  );
  return {
    width,
    height: below + legend.height + MARGIN / 2,
    lines: laidOut.flatMap(({ lines }) => lines),
    layers: laidOut.flatMap(({ layers }) => layers),
    legendDots: legend.dots,
    texts: [
      ...headings({ title, subtitle }, { x: MARGIN, y: 46, size: 24, lineHeight: 24 }),
      ...laidOut.flatMap(({ texts }) => texts),
      ...legend.texts,
    ],
  };
}

function requireCurves(panels: readonly CurvePanel[]): void {
  const curves = panels.flatMap((panel) => panel.curves);
  if (panels.length === 0 || panels.some((panel) => panel.curves.length === 0))
    throw new VisualizeError(
      'E_SHAPE',
      'expected at least one panel, and at least one curve in each, got none',
    );
  for (const { name, points } of curves)
    if (points.length === 0 || !points.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y)))
      throw new VisualizeError(
        'E_SHAPE',
        `${name}: expected at least one point, all with finite coordinates`,
      );
}

interface Axes {
  readonly x: AxisTicks;
  readonly y: AxisTicks;
  readonly placeX: (x: number) => number;
  readonly placeY: (y: number) => number;
}

function axesOf({ curves }: CurvePanel, { left, top, width, height }: Area): Axes {
  const points = curves.flatMap((curve) => curve.points);
  const xs = points.map((point) => point.x);
  const ys = points.map((point) => point.y);
  const x = axisTicks(Math.min(...xs), Math.max(...xs), 8, 1);
  const y = axisTicks(Math.min(...ys), Math.max(...ys), 5);
  return {
    x,
    y,
    placeX: (value) => left + width * shareOf(value, x.values),
    placeY: (value) => top + height * (1 - shareOf(value, y.values)),
  };
}

function shareOf(value: number, ticks: readonly number[]): number {
  const [first = 0] = ticks;
  return (value - first) / ((ticks.at(-1) ?? 1) - first);
}

interface PanelLayout {
  readonly area: Area;
  readonly xTitle: string;
  readonly colorOf: (name: string) => string;
}

function layOut(
  panel: CurvePanel,
  { area, xTitle, colorOf }: PanelLayout,
): Pick<Scene, 'layers' | 'texts'> & { readonly lines: readonly SceneLine[] } {
  const axes = axesOf(panel, area);
  const curves = panel.curves.map(({ name, points }) => ({
    name,
    color: colorOf(name),
    points: points.flatMap(({ x, y }) => [axes.placeX(x), axes.placeY(y)]),
  }));
  return {
    lines: [...gridOf(axes, area), ...curves.map(({ color, points }) => ({ color, points, width: 2.5 }))],
    layers: curves.flatMap(({ name, color, points }) => dotsOf(name, color, points)),
    texts: [
      {
        text: panel.title,
        x: area.left,
        y: area.top - 14,
        size: 16,
        weight: 'semibold',
        color: INK,
        anchor: 'start',
        halo: false,
      },
      ...marksOf(axes, area),
      {
        ...MARK,
        text: xTitle,
        x: area.left + area.width / 2,
        y: area.top + area.height + 40,
        anchor: 'middle',
      },
    ],
  };
}

/** A dot at each point, white inside: measured values stand out from the lines between them. */
function dotsOf(name: string, color: string, points: readonly number[]): readonly DotLayer[] {
  const common = { name, opacity: 1, points: Float32Array.from(points) };
  return [
    { ...common, color, radius: 4 },
    { ...common, color: BACKGROUND, radius: 2 },
  ];
}

function gridOf({ y, placeY }: Axes, { left, width }: Area): readonly SceneLine[] {
  return y.values.map((value) => ({
    points: [left, placeY(value), left + width, placeY(value)],
    width: 1,
    color: GRID,
  }));
}

function marksOf({ x, y, placeX, placeY }: Axes, { left, top, height }: Area): readonly SceneText[] {
  return [
    ...x.values.map((value, i) => ({
      ...MARK,
      text: x.labels[i] ?? '',
      x: placeX(value),
      y: top + height + 20,
      anchor: 'middle' as const,
    })),
    ...y.values.map((value, i) => ({
      ...MARK,
      text: y.labels[i] ?? '',
      x: left - 10,
      y: placeY(value) + 5,
      anchor: 'end' as const,
    })),
  ];
}

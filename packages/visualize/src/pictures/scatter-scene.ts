import type { NdArray } from '@fashion-mnist/core';
import { classColor } from '../class-colors.ts';
import { VisualizeError } from '../errors.ts';

export interface ScatterOptions {
  /** One class per point. */
  readonly labels: Uint8Array | Int32Array;
  /** `classNames[label]` is the name of a class. */
  readonly classNames: readonly string[];
  /** Heading. @default '' */
  readonly title?: string;
  /** A line below the heading, for example how the map was made. @default '' */
  readonly subtitle?: string;
  /** In pixels, at least 400. @default 1200 */
  readonly width?: number;
  /** In pixels, at least 300. @default 900 */
  readonly height?: number;
}

/** All that is on a picture of a map, in pixels, y down. */
export interface ScatterScene {
  readonly width: number;
  readonly height: number;
  readonly pointRadius: number;
  /** Points of each class that occurs, in label order. */
  readonly classes: readonly SceneClass[];
  readonly texts: readonly SceneText[];
}

export interface SceneClass {
  readonly color: string;
  readonly name: string;
  /** Flat `x0, y0, x1, y1, ...` */
  readonly points: readonly number[];
  /** Centre of the dot in the legend. */
  readonly legendDot: readonly [number, number];
}

export interface SceneText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly weight: 'regular' | 'semibold';
  readonly color: string;
  readonly anchor: 'start' | 'middle';
  /** Drawn with a rim in the background's colour, to be read over points. */
  readonly halo: boolean;
}

export const BACKGROUND = '#ffffff';
const INK = '#1f2328';
const FAINT_INK = '#656d76';
const MARGIN = 32;
const HEADER_HEIGHT = 84;
const LEGEND_WIDTH = 176;
const LEGEND_LINE = 26;
const DEFAULTS = Object.freeze({ title: '', subtitle: '', width: 1200, height: 900 });

/**
 * Lays a map out: points in the largest area that keeps both axes at one scale, heading, legend, and each class's name
 * at the median of its points.
 */
export function scatterScene(coordinates: NdArray<Float32Array>, options: ScatterOptions): ScatterScene {
  const settings = { ...DEFAULTS, ...options };
  requireDrawable(coordinates, settings);
  const place = fitInto(coordinates.data, settings.width, settings.height);
  const occurring = [...new Set(settings.labels)].toSorted((a, b) => a - b);
  const classes = occurring.map((label, line) => ({
    color: classColor(label),
    name: settings.classNames[label] ?? String(label),
    points: pointsOf(label, settings.labels, coordinates.data, place),
    legendDot: [settings.width - LEGEND_WIDTH, HEADER_HEIGHT + 16 + line * LEGEND_LINE] as const,
  }));
  return {
    width: settings.width,
    height: settings.height,
    pointRadius: Math.min(Math.max(140 / Math.sqrt(settings.labels.length), 1.7), 5),
    classes,
    texts: [...headings(settings.title, settings.subtitle), ...classes.flatMap(textsOf)],
  };
}

function requireDrawable(
  { data, shape }: NdArray<Float32Array>,
  { labels, width, height }: Required<ScatterOptions>,
): void {
  if (shape.length !== 2 || shape[1] !== 2 || data.length !== 2 * labels.length || labels.length === 0) {
    throw new VisualizeError(
      'E_SHAPE',
      `expected points [count, 2] with a label each, got [${shape.join(', ')}] and ${labels.length} labels`,
    );
  }
  if (!data.every(Number.isFinite)) throw new VisualizeError('E_SHAPE', 'expected finite coordinates');
  if (!(width >= 400 && height >= 300)) {
    throw new VisualizeError('E_OPTION', `expected at least 400 x 300 pixels, got ${width} x ${height}`);
  }
}

function fitInto(
  data: Float32Array,
  width: number,
  height: number,
): (x: number, y: number) => [number, number] {
  const box = { left: Infinity, right: -Infinity, bottom: Infinity, top: -Infinity };
  for (let i = 0; i < data.length; i += 2) {
    const x = data[i] as number;
    const y = data[i + 1] as number;
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x);
    box.bottom = Math.min(box.bottom, y);
    box.top = Math.max(box.top, y);
  }
  const areaWidth = width - 2 * MARGIN - LEGEND_WIDTH;
  const areaHeight = height - HEADER_HEIGHT - MARGIN;
  const scale = Math.min(areaWidth / (box.right - box.left || 1), areaHeight / (box.top - box.bottom || 1));
  const centreX = MARGIN + areaWidth / 2;
  const centreY = HEADER_HEIGHT + areaHeight / 2;
  return (x, y) => [
    centreX + (x - (box.left + box.right) / 2) * scale,
    centreY - (y - (box.bottom + box.top) / 2) * scale,
  ];
}

function pointsOf(
  label: number,
  labels: Uint8Array | Int32Array,
  data: Float32Array,
  place: (x: number, y: number) => [number, number],
): number[] {
  const points: number[] = [];
  labels.forEach((other, i) => {
    if (other === label) points.push(...place(data[2 * i] as number, data[2 * i + 1] as number));
  });
  return points;
}

function headings(title: string, subtitle: string): SceneText[] {
  const common = { x: MARGIN, anchor: 'start', halo: false } as const;
  return [
    { ...common, text: title, y: 46, size: 24, weight: 'semibold', color: INK },
    { ...common, text: subtitle, y: 70, size: 14, weight: 'regular', color: FAINT_INK },
  ];
}

function textsOf({ name, points, legendDot: [x, y] }: SceneClass): SceneText[] {
  const legend = {
    text: name,
    x: x + 16,
    y: y + 5,
    size: 15,
    weight: 'regular',
    color: INK,
    anchor: 'start',
    halo: false,
  } as const;
  const onMap = {
    ...legend,
    x: median(points, 0),
    y: median(points, 1) + 5,
    weight: 'semibold',
    anchor: 'middle',
    halo: true,
  } as const;
  return [legend, onMap];
}

function median(points: readonly number[], axis: 0 | 1): number {
  const values = points.filter((_, i) => i % 2 === axis).toSorted((a, b) => a - b);
  return values[Math.floor(values.length / 2)] as number;
}

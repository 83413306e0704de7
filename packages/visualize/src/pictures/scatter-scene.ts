import { VisualizeError } from '../errors.ts';
import { classTexts } from './class-texts.ts';
import { type LabelledMap, type PointClasses, requireLabelledMap } from './labelled-map.ts';
import { type MapClass, mapLayers, placeClasses } from './map-layers.ts';
import { headings } from './map-panel.ts';
import { INK, type Scene, type SceneText } from './scene.ts';

/** What a picture of a map says beside the points, and how large it is. */
export interface ScatterOptions extends PointClasses {
  /** Heading. @default '' */
  readonly title?: string;
  /** A line below the heading, for example how the map was made. @default '' */
  readonly subtitle?: string;
  /** In pixels, at least 400. @default 1200 */
  readonly width?: number;
  /** In pixels, at least 300. @default 900 */
  readonly height?: number;
}

const MARGIN = 32;
const HEADER_HEIGHT = 84;
const LEGEND_WIDTH = 176;
const LEGEND_LINE = 26;
const DEFAULTS = Object.freeze({ title: '', subtitle: '', width: 1200, height: 900 });

/** Lays a map out: points, heading, legend, and the names of the classes on it. */
export function scatterScene(coordinates: LabelledMap['coordinates'], options: ScatterOptions): Scene {
  const { labels, classNames, title, subtitle, width, height } = { ...DEFAULTS, ...options };
  const map = { coordinates, labels, classNames };
  requireLabelledMap(map);
  requireSize(width, height);
  const area = {
    left: MARGIN,
    top: HEADER_HEIGHT,
    width: width - 2 * MARGIN - LEGEND_WIDTH,
    height: height - HEADER_HEIGHT - MARGIN,
  };
  const classes = placeClasses(map, area);
  const legend = classes.map((entry, line) => legendLine(entry, width, line));
  return {
    width,
    height,
    layers: mapLayers(classes, Math.sqrt(area.width * area.height)),
    legendDots: legend.map(({ dot }) => dot),
    texts: [
      ...headings({ title, subtitle }, { x: MARGIN, y: 46, size: 24, lineHeight: 24 }),
      ...legend.map(({ text }) => text),
      ...classTexts(classes, 15),
    ],
  };
}

function requireSize(width: number, height: number): void {
  if (width >= 400 && height >= 300) return;
  throw new VisualizeError('E_OPTION', `expected at least 400 x 300 pixels, got ${width} x ${height}`);
}

function legendLine({ name, color }: MapClass, width: number, line: number) {
  const dot = { x: width - LEGEND_WIDTH, y: HEADER_HEIGHT + 16 + line * LEGEND_LINE, color };
  const text: SceneText = {
    text: name,
    x: dot.x + 16,
    y: dot.y + 5,
    size: 15,
    weight: 'regular',
    color: INK,
    anchor: 'start',
    halo: false,
  };
  return { dot, text };
}

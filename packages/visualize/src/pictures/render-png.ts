import { fillDisc } from '../draw/fill-disc.ts';
import { fillPolygons } from '../draw/fill-polygons.ts';
import { Raster } from '../draw/raster.ts';
import { strokePolygons } from '../draw/stroke-polygons.ts';
import { fillText } from '../draw/text.ts';
import { VisualizeError } from '../errors.ts';
import { encodePng } from './encode-png.ts';
import {
  BACKGROUND,
  type DotLayer,
  LEGEND_DOT_RADIUS,
  type Scene,
  type SceneBox,
  type SceneLine,
  type SceneText,
} from './scene.ts';

/** How fine a PNG file is. */
export interface PngOptions {
  /** Pixels of the file per pixel of the layout, above 0. @default 2 */
  readonly pixelRatio?: number;
}

const DEFAULT_PIXEL_RATIO = 2;
const RIM_DIRECTIONS = 12;
const RIM_WIDTH = 2;

/** The bytes of a PNG file of a scene. */
export function renderPng(scene: Scene, { pixelRatio = DEFAULT_PIXEL_RATIO }: PngOptions): Uint8Array {
  if (!(pixelRatio > 0 && pixelRatio < Infinity)) {
    throw new VisualizeError('E_OPTION', `pixelRatio: expected a number above 0, got ${pixelRatio}`);
  }
  const raster = new Raster(
    Math.round(scene.width * pixelRatio),
    Math.round(scene.height * pixelRatio),
    BACKGROUND,
  );
  for (const box of scene.boxes ?? []) paintBox(raster, box, pixelRatio);
  for (const line of scene.lines ?? []) paintLine(raster, line, pixelRatio);
  for (const layer of scene.layers) paintDots(raster, layer, pixelRatio);
  for (const { x, y, color } of scene.legendDots) {
    fillDisc(raster, x * pixelRatio, y * pixelRatio, LEGEND_DOT_RADIUS * pixelRatio, color);
  }
  for (const text of scene.texts) paintText(raster, text, pixelRatio);
  return encodePng({ data: raster.data, shape: [raster.height, raster.width, 3] });
}

function paintBox(raster: Raster, { x, y, width, height, color }: SceneBox, scale: number): void {
  const [left, top, right, bottom] = [x, y, x + width, y + height].map((edge) => edge * scale) as [
    number,
    number,
    number,
    number,
  ];
  fillPolygons(raster, [[left, top, right, top, right, bottom, left, bottom]], color);
}

function paintLine(raster: Raster, { points, width, color }: SceneLine, scale: number): void {
  const scaled = points.map((value) => value * scale);
  fillPolygons(raster, strokePolygons(scaled, width * scale), color);
}

function paintDots(raster: Raster, { points, radius, color, opacity }: DotLayer, scale: number): void {
  for (let i = 0; i < points.length; i += 2) {
    const x = (points[i] as number) * scale;
    const y = (points[i + 1] as number) * scale;
    fillDisc(raster, x, y, radius * scale, color, opacity);
  }
}

function paintText(
  raster: Raster,
  { text, x, y, size, weight, color, anchor, halo }: SceneText,
  scale: number,
): void {
  const style = { size: size * scale, weight, anchor };
  if (halo) {
    for (let i = 0; i < RIM_DIRECTIONS; i++) {
      const angle = (2 * Math.PI * i) / RIM_DIRECTIONS;
      const rim = {
        x: (x + RIM_WIDTH * Math.cos(angle)) * scale,
        y: (y + RIM_WIDTH * Math.sin(angle)) * scale,
      };
      fillText(raster, text, rim.x, rim.y, { ...style, color: BACKGROUND });
    }
  }
  fillText(raster, text, x * scale, y * scale, { ...style, color });
}

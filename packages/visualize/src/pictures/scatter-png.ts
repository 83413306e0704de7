import type { NdArray } from '@fashion-mnist/core';
import { fillDisc } from '../draw/fill-disc.ts';
import { Raster } from '../draw/raster.ts';
import { fillText } from '../draw/text.ts';
import { encodePng } from './encode-png.ts';
import {
  BACKGROUND,
  type ScatterOptions,
  type ScatterScene,
  type SceneText,
  scatterScene,
} from './scatter-scene.ts';

export interface ScatterPngOptions extends ScatterOptions {
  /** Pixels of the file per pixel of the layout, above 0. @default 2 */
  readonly pixelRatio?: number;
}

const DEFAULT_PIXEL_RATIO = 2;
const RIM_DIRECTIONS = 12;
const RIM_WIDTH = 2;

/**
 * The bytes of a PNG file of a map, the same picture as `scatterSvg` draws. Needs no browser and no font: the same
 * bytes on every machine.
 *
 * @param coordinates - Shape `[pointCount, 2]`, at least one point, y up; borrowed.
 * @throws {VisualizeError} `E_SHAPE` - points and labels do not fit, or are not finite; `E_OPTION` - too small a picture.
 */
export function scatterPng(coordinates: NdArray<Float32Array>, options: ScatterPngOptions): Uint8Array {
  const scene = scatterScene(coordinates, options);
  const scale = options.pixelRatio ?? DEFAULT_PIXEL_RATIO;
  const raster = new Raster(Math.round(scene.width * scale), Math.round(scene.height * scale), BACKGROUND);
  paintClasses(raster, scene, scale);
  for (const text of scene.texts) paintText(raster, text, scale);
  return encodePng({ data: raster.data, shape: [raster.height, raster.width, 3] });
}

function paintClasses(raster: Raster, { classes, pointRadius }: ScatterScene, scale: number): void {
  for (const {
    color,
    points,
    legendDot: [x, y],
  } of classes) {
    for (let i = 0; i < points.length; i += 2) {
      fillDisc(
        raster,
        (points[i] as number) * scale,
        (points[i + 1] as number) * scale,
        pointRadius * scale,
        color,
        0.8,
      );
    }
    fillDisc(raster, x * scale, y * scale, 5 * scale, color);
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

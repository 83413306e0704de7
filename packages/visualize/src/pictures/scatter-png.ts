import type { NdArray } from '@fashion-mnist/core';
import { type PngOptions, renderPng } from './render-png.ts';
import { type ScatterOptions, scatterScene } from './scatter-scene.ts';

/** What `scatterPng` draws beside the points, and how fine the file is. */
export interface ScatterPngOptions extends ScatterOptions, PngOptions {}

/**
 * The bytes of a PNG file of a map, laid out as by `scatterSvg`. Needs no browser and no font: the same bytes on every
 * machine.
 *
 * @param coordinates - Shape `[pointCount, 2]`, at least one point, y up; borrowed.
 * @throws {VisualizeError} `E_SHAPE` - points and labels do not fit, or are not finite; `E_OPTION` - too small a picture.
 */
export function scatterPng(coordinates: NdArray<Float32Array>, options: ScatterPngOptions): Uint8Array {
  return renderPng(scatterScene(coordinates, options), options);
}

import type { NdArray } from '@fashion-mnist/core';
import { renderSvg } from './render-svg.ts';
import { type ScatterOptions, scatterScene } from './scatter-scene.ts';

/**
 * An SVG document of a map, coloured and labelled by class.
 *
 * @param coordinates - Shape `[pointCount, 2]`, at least one point, y up; borrowed.
 * @throws {VisualizeError} `E_SHAPE` - points and labels do not fit, or are not finite; `E_OPTION` - too small a picture.
 * @remarks Dots are placed to a tenth of a pixel, which takes about nine bytes a point.
 */
export function scatterSvg(coordinates: NdArray<Float32Array>, options: ScatterOptions): string {
  return renderSvg(scatterScene(coordinates, options), options.title ?? 'Map');
}

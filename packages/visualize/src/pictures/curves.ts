import { type CurvePanel, type CurvesOptions, curvesScene } from './curves-scene.ts';
import { type PngOptions, renderPng } from './render-png.ts';
import { renderSvg } from './render-svg.ts';

/** The same, and how fine the file is. */
export interface CurvesPngOptions extends CurvesOptions, PngOptions {}

/**
 * An SVG document of curves, for example of loss and accuracy over the epochs of a training: panels side by side, and a
 * legend below.
 *
 * @param panels - At least one; curves of the same name have the same colour in each. Borrowed.
 * @throws {VisualizeError} `E_SHAPE` - there is a panel without a curve, or a curve without points or with one that is not
 *   finite.
 */
export function curvesSvg(panels: readonly CurvePanel[], options: CurvesOptions = {}): string {
  return renderSvg(curvesScene(panels, options), options.title ?? 'Curves');
}

/**
 * The bytes of a PNG file of curves, laid out as by `curvesSvg`; the same on every machine.
 *
 * @param panels - At least one; curves of the same name have the same colour in each. Borrowed.
 * @throws {VisualizeError} `E_SHAPE` - as `curvesSvg`; `E_OPTION` - the pixel ratio is not above 0.
 */
export function curvesPng(panels: readonly CurvePanel[], options: CurvesPngOptions = {}): Uint8Array {
  return renderPng(curvesScene(panels, options), options);
}

import type { MapPanel } from './map-panel.ts';
import { type PngOptions, renderPng } from './render-png.ts';
import { renderSvg } from './render-svg.ts';
import { type SideBySideOptions, sideBySideScene } from './side-by-side-scene.ts';

/** The same, and how fine the file is. */
export interface SideBySidePngOptions extends SideBySideOptions, PngOptions {}

/**
 * An SVG document of several maps side by side, for example one dataset beside another, or one method beside another.
 *
 * @param panels - At least one map.
 * @throws {VisualizeError} `E_COUNT` - no map; `E_SHAPE` - points and labels do not fit, or are not finite; `E_OPTION`.
 * @remarks One legend stands below all maps where their classes have the same names, or else one below each.
 */
export function sideBySideSvg(panels: readonly MapPanel[], options: SideBySideOptions = {}): string {
  return renderSvg(sideBySideScene(panels, options), options.title ?? 'Maps');
}

/**
 * The bytes of a PNG file of several maps side by side, laid out as by `sideBySideSvg`.
 *
 * @param panels - At least one map.
 * @throws {VisualizeError} `E_COUNT` - no map; `E_SHAPE` - points and labels do not fit, or are not finite; `E_OPTION`.
 */
export function sideBySidePng(panels: readonly MapPanel[], options: SideBySidePngOptions = {}): Uint8Array {
  return renderPng(sideBySideScene(panels, options), options);
}

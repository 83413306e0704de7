import { type FontWeight, INTER_GLYPHS } from '../generated/inter-glyphs.ts';
import { fillPolygons } from './fill-polygons.ts';
import { polygonsOf } from './outline.ts';
import type { Raster } from './raster.ts';

export interface TextStyle {
  /** Font size in pixels. */
  readonly size: number;
  readonly weight: FontWeight;
  readonly color: string;
  /** Which point of the line stands at `x`. */
  readonly anchor: 'start' | 'middle' | 'end';
}

const UNITS_PER_EM = 1000;
const FALLBACK = '?';

/** Width of a line of text in pixels. Characters without a glyph count as `?`. */
export function measureText(text: string, { size, weight }: Pick<TextStyle, 'size' | 'weight'>): number {
  return (
    Array.from(text).reduce((width, character) => width + glyphOf(character, weight)[0], 0) *
    (size / UNITS_PER_EM)
  );
}

/** Paints a line of text with its baseline at `y`. */
export function fillText(raster: Raster, text: string, x: number, y: number, style: TextStyle): void {
  const scale = style.size / UNITS_PER_EM;
  const before = { start: 0, middle: 0.5, end: 1 }[style.anchor];
  let pen = x - before * measureText(text, style);
  for (const character of text) {
    const [advance, outline] = glyphOf(character, style.weight);
    fillPolygons(raster, polygonsOf(outline, scale, pen, y), style.color);
    pen += advance * scale;
  }
}

function glyphOf(character: string, weight: FontWeight): readonly [number, string] {
  return INTER_GLYPHS[weight][character] ?? (INTER_GLYPHS[weight][FALLBACK] as readonly [number, string]);
}

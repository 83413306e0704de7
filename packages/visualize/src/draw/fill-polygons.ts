import type { Polygons } from './outline.ts';
import { parseColor } from './parse-color.ts';
import type { Raster } from './raster.ts';

/** Lines of coverage sampled per pixel row. */
const SUBROWS = 5;

/** Paints the inside of polygons (non-zero winding) with soft edges: exact coverage along rows, five rows per pixel. */
export function fillPolygons(raster: Raster, polygons: Polygons, color: string): void {
  const [left, right] = extent(polygons, 0, raster.width);
  const [top, bottom] = extent(polygons, 1, raster.height);
  if (left >= right) return;
  const rgb = parseColor(color);
  const coverage = new Float64Array(right - left);
  for (let row = top; row < bottom; row++) {
    coverage.fill(0);
    for (let sub = 0; sub < SUBROWS; sub++) {
      for (const [from, to] of insideSpans(polygons, row + (sub + 0.5) / SUBROWS))
        addSpan(coverage, from - left, to - left);
    }
    coverage.forEach((sum, column) => raster.blend(left + column, row, rgb, sum / SUBROWS));
  }
}

/** The pixels from first to past the last that polygons touch along an axis, within the raster. */
function extent(polygons: Polygons, axis: 0 | 1, size: number): [number, number] {
  let least = Infinity;
  let greatest = -Infinity;
  for (const polygon of polygons) {
    for (let i = axis; i < polygon.length; i += 2) {
      least = Math.min(least, polygon[i] as number);
      greatest = Math.max(greatest, polygon[i] as number);
    }
  }
  return [Math.max(Math.floor(least), 0), Math.min(Math.ceil(greatest), size)];
}

/** Where a horizontal line runs inside. */
function insideSpans(polygons: Polygons, y: number): [number, number][] {
  const crossings = polygons.flatMap((polygon) => crossingsOf(polygon, y)).toSorted((a, b) => a.x - b.x);
  const spans: [number, number][] = [];
  let winding = 0;
  let start = 0;
  for (const { x, direction } of crossings) {
    if (winding === 0) start = x;
    winding += direction;
    if (winding === 0) spans.push([start, x]);
  }
  return spans;
}

function crossingsOf(polygon: readonly number[], y: number): { x: number; direction: 1 | -1 }[] {
  const crossings: { x: number; direction: 1 | -1 }[] = [];
  for (let i = 0; i < polygon.length; i += 2) {
    const x0 = polygon[i] as number;
    const y0 = polygon[i + 1] as number;
    const x1 = polygon[(i + 2) % polygon.length] as number;
    const y1 = polygon[(i + 3) % polygon.length] as number;
    if (y0 <= y === y1 <= y) continue;
    crossings.push({ x: x0 + ((y - y0) / (y1 - y0)) * (x1 - x0), direction: y1 > y0 ? 1 : -1 });
  }
  return crossings;
}

function addSpan(coverage: Float64Array, from: number, to: number): void {
  const start = Math.max(from, 0);
  const end = Math.min(to, coverage.length);
  for (let column = Math.floor(start); column < end; column++) {
    coverage[column] = (coverage[column] as number) + Math.min(end, column + 1) - Math.max(start, column);
  }
}

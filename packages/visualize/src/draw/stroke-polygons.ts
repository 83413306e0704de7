import type { Polygons } from './outline.ts';

/** Corners of the polygon that stands for a round end. */
const CORNERS = 16;

/**
 * Points joined by straight lines of a width, ends and joints round, as polygons: all wind the same way, so that where they
 * overlap nothing is left out.
 *
 * @param points - Flat `x0, y0, x1, y1, ...`
 */
export function strokePolygons(points: readonly number[], width: number): Polygons {
  const polygons: (readonly number[])[] = [];
  for (let i = 0; i < points.length; i += 2) {
    const [x = 0, y = 0, nextX, nextY] = points.slice(i, i + 4);
    polygons.push(disc(x, y, width / 2));
    if (nextX !== undefined && nextY !== undefined) polygons.push(bar(x, y, nextX, nextY, width / 2));
  }
  return polygons;
}

function disc(x: number, y: number, radius: number): readonly number[] {
  return Array.from({ length: CORNERS }, (_, corner) => (2 * Math.PI * corner) / CORNERS).flatMap((angle) => [
    x + radius * Math.cos(angle),
    y + radius * Math.sin(angle),
  ]);
}

function bar(x0: number, y0: number, x1: number, y1: number, reach: number): readonly number[] {
  const length = Math.hypot(x1 - x0, y1 - y0) || 1;
  const dx = ((x1 - x0) / length) * reach;
  const dy = ((y1 - y0) / length) * reach;
  return [x0 + dy, y0 - dx, x1 + dy, y1 - dx, x1 - dy, y1 + dx, x0 - dy, y0 + dx];
}

/** A part of a picture, in pixels. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Coordinates of a map, y up, as places on a picture, y down: as large as the area allows with both axes at one scale,
 * in its middle.
 *
 * @returns Flat `x0, y0, x1, y1, ...`, one scale for all.
 */
export function placePoints(coordinates: Float32Array, area: Area): Float32Array {
  const [left, right] = extent(coordinates, 0);
  const [bottom, top] = extent(coordinates, 1);
  const scale = Math.min(area.width / (right - left || 1), area.height / (top - bottom || 1));
  const centreX = area.left + area.width / 2;
  const centreY = area.top + area.height / 2;
  return coordinates.map((value, i) =>
    i % 2 === 0
      ? centreX + (value - (left + right) / 2) * scale
      : centreY - (value - (bottom + top) / 2) * scale,
  );
}

function extent(coordinates: Float32Array, axis: 0 | 1): [number, number] {
  let least = Infinity;
  let greatest = -Infinity;
  for (let i = axis; i < coordinates.length; i += 2) {
    least = Math.min(least, coordinates[i] as number);
    greatest = Math.max(greatest, coordinates[i] as number);
  }
  return [least, greatest];
}

const LARGEST = 65_535;

/** Points of the plane, rounded to 16 bits of the box around them. */
export interface QuantizedPoints {
  /** uint16, little endian, `x0 y0 x1 y1 ...`. */
  readonly bytes: Uint8Array;
  /** What 0 and 65,535 stand for. */
  readonly bounds: readonly [xMin: number, yMin: number, xMax: number, yMax: number];
}

/** @param coordinates - `x0, y0, x1, y1, ...`, all finite. */
export function quantize(coordinates: readonly number[]): QuantizedPoints {
  const bounds = boundsOf(coordinates);
  const [xMin, yMin, xMax, yMax] = bounds;
  const steps = [stepsPer(xMin, xMax), stepsPer(yMin, yMax)];
  const least = [xMin, yMin];
  const bytes = new Uint8Array(2 * coordinates.length);
  const view = new DataView(bytes.buffer);
  coordinates.forEach((value, i) => {
    const offset = value - (least[i % 2] ?? 0);
    view.setUint16(2 * i, Math.round(offset * (steps[i % 2] ?? 0)), true);
  });
  return { bytes, bounds };
}

/** Points of one place have no extent: all are at 0. */
function stepsPer(least: number, greatest: number): number {
  return greatest > least ? LARGEST / (greatest - least) : 0;
}

function boundsOf(coordinates: readonly number[]): QuantizedPoints['bounds'] {
  const bounds: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  coordinates.forEach((value, i) => {
    const axis = i % 2;
    bounds[axis] = Math.min(bounds[axis] ?? value, value);
    bounds[axis + 2] = Math.max(bounds[axis + 2] ?? value, value);
  });
  return bounds;
}

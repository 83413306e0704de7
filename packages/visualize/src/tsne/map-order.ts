/** An order of points on a map. */
export interface MapOrder {
  /** The point at each place. */
  readonly order: Int32Array;
  /** The place of each point. */
  readonly ranks: Int32Array;
}

/** Cells along an axis: a power of two. */
const CELLS = 128;

/** Points in the order of a curve that visits neighbouring cells one after the other, so that neighbours lie together in memory. */
export function curveOrder(coordinates: Float32Array): MapOrder {
  const count = coordinates.length / 2;
  const [columns, rows] = [cellsAlong(coordinates, 0), cellsAlong(coordinates, 1)];
  const keys = Float64Array.from({ length: count }, (_, point) => {
    const place = interleaved(columns[point] ?? 0) + 2 * interleaved(rows[point] ?? 0);
    return place * count + point;
  });
  const order = Int32Array.from(keys.toSorted(), (key) => key % count);
  const ranks = new Int32Array(count);
  order.forEach((point, place) => {
    ranks[point] = place;
  });
  return { order, ranks };
}

/** Coordinates, shape `[count, 2]`, in an order. */
export function reordered(coordinates: Float32Array, order: Int32Array): Float32Array {
  return coordinates.map((_, i) => coordinates[2 * (order[i >> 1] ?? 0) + (i & 1)] ?? 0);
}

/** Points as they are. */
export function sameOrder(count: number): MapOrder {
  const order = Int32Array.from({ length: count }, (_, point) => point);
  return { order, ranks: order };
}

function cellsAlong(coordinates: Float32Array, axis: number): Int32Array {
  let [least, greatest] = [Infinity, -Infinity];
  for (let i = axis; i < coordinates.length; i += 2) {
    least = Math.min(least, coordinates[i] ?? 0);
    greatest = Math.max(greatest, coordinates[i] ?? 0);
  }
  const width = (greatest - least) / CELLS;
  return Int32Array.from({ length: coordinates.length / 2 }, (_, point) => {
    const cell = ((coordinates[2 * point + axis] ?? 0) - least) / width;
    return Math.min(Math.floor(cell), CELLS - 1) || 0;
  });
}

/** The bits of a number below 256, each followed by a zero. @see Morton 1966 */
function interleaved(number: number): number {
  let bits = (number | (number << 4)) & 0x0f0f;
  bits = (bits | (bits << 2)) & 0x3333;
  return (bits | (bits << 1)) & 0x5555;
}

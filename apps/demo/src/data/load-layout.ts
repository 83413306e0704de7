import type { LayoutEntry } from './data-index.ts';
import { DataError } from './errors.ts';
import { fetchFile } from './fetch-file.ts';

/**
 * The places of a layout.
 *
 * @param idCount - Images of the dataset.
 * @returns `x0, y0, x1, y1, ...` of all ids, y up; NaN for those that it does not place.
 * @throws {DataError} `E_DATA_UNREACHABLE`, `E_DATA_MALFORMED`
 */
export async function loadLayout(
  entry: LayoutEntry,
  idCount: number,
  signal?: AbortSignal,
): Promise<Float32Array> {
  const response = await fetchFile(entry.href, signal);
  const bytes = await response.arrayBuffer();
  if (bytes.byteLength !== 4 * entry.count) {
    const expected = `expected ${4 * entry.count} bytes, got ${bytes.byteLength}`;
    throw new DataError('E_DATA_MALFORMED', `The map ${entry.title} cannot be used: ${expected}.`);
  }
  return placesOf(new DataView(bytes), entry, idCount);
}

/** Undoes the rounding to 16 bits of an entry's bounds. */
export function placesOf(
  bytes: DataView,
  { first, count, bounds }: Pick<LayoutEntry, 'first' | 'count' | 'bounds'>,
  idCount: number,
): Float32Array {
  const [xMin, yMin, xMax, yMax] = bounds;
  const xStep = (xMax - xMin) / 65_535;
  const yStep = (yMax - yMin) / 65_535;
  const places = new Float32Array(2 * idCount).fill(Number.NaN);
  for (let point = 0; point < count; point++) {
    places[2 * (first + point)] = xMin + xStep * bytes.getUint16(4 * point, true);
    places[2 * (first + point) + 1] = yMin + yStep * bytes.getUint16(4 * point + 2, true);
  }
  return places;
}

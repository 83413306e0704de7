import type { Work } from '../../compute/command.ts';
import { items } from '../work.ts';
import { roundUp, TILE_COLUMNS } from './matrix-work.ts';

/** Columns, and values of the inner index, that are packed together. */
const PACKED_COLUMNS = 64;
const PACKED_INNER = 256;
/** A vector's values of the inner index. */
const LANES = 4;

/** Bytes of a right factor that is packed as a whole. */
export function packedBytes(inner: number, columnCount: number): number {
  return roundUp(inner, LANES) * roundUp(columnCount, TILE_COLUMNS) * Float32Array.BYTES_PER_ELEMENT;
}

/** How packing it is divided. */
export function packingWork(inner: number, columnCount: number): Work {
  const total = Math.ceil(inner / PACKED_INNER) * Math.ceil(columnCount / PACKED_COLUMNS);
  return items(total, Math.min(inner, PACKED_INNER) * PACKED_COLUMNS);
}

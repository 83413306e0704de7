import type { Raster } from '@fashion-mnist/transforms';
import type { ShownPicture } from './photo-outcome.ts';

const WORDS_PER_BYTE = 257;
const COLORS = 3;

/**
 * A raster as a canvas shows it, smaller where an edge is longer than `maxEdge`: each pixel is the mean of those that it
 * stands for.
 */
export function shrinkRaster(raster: Raster, maxEdge: number): ShownPicture {
  const scale = Math.min(1, maxEdge / Math.max(raster.width, raster.height));
  const columns = bandsOf(raster.width, scale);
  const rows = bandsOf(raster.height, scale);
  const data = new Uint8ClampedArray(4 * columns.length * rows.length).fill(255);
  const unit = raster.data instanceof Uint16Array ? WORDS_PER_BYTE : 1;
  let at = 0;
  for (const row of rows)
    for (const column of columns) {
      for (let color = 0; color < COLORS; color++) data[at++] = meanOf(raster, row, column, color) / unit;
      at++;
    }
  return { data, width: columns.length, height: rows.length };
}

/** Rows or columns from `begin` to before `end`. */
interface Band {
  readonly begin: number;
  readonly end: number;
}

function bandsOf(size: number, scale: number): readonly Band[] {
  const count = Math.max(1, Math.round(size * scale));
  return Array.from({ length: count }, (_, band) => ({
    begin: Math.floor((band * size) / count),
    end: Math.floor(((band + 1) * size) / count),
  }));
}

function meanOf({ data, width, channels }: Raster, rows: Band, columns: Band, color: number): number {
  const offset = channels === 1 ? 0 : color;
  let sum = 0;
  for (let y = rows.begin; y < rows.end; y++)
    for (let x = columns.begin; x < columns.end; x++) sum += data[(y * width + x) * channels + offset] ?? 0;
  return sum / ((rows.end - rows.begin) * (columns.end - columns.begin));
}

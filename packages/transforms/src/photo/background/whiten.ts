import type { Raster } from '../raster.ts';

/** How much of each pixel of a small copy is background, `0..1`, row by row. */
export interface Coverage {
  readonly width: number;
  readonly height: number;
  readonly shares: Float64Array;
}

/** A copy of a photo, as white as a coverage says; between the coverage's pixels it is interpolated. */
export function whiten(raster: Raster, coverage: Coverage): Raster {
  const { width, height, channels } = raster;
  const white = raster.data instanceof Uint16Array ? 65535 : 255;
  const data = raster.data.slice();
  const columns = interpolation(width, coverage.width);
  const rows = interpolation(height, coverage.height);
  const rowShares = new Float64Array(coverage.width);
  for (let y = 0, at = 0; y < height; y++) {
    blendRows(coverage, rows.before[y] as number, rows.weights[y] as number, rowShares);
    for (let x = 0; x < width; x++) {
      const before = columns.before[x] as number;
      const share = lerp(rowShares, before, before + 1, columns.weights[x] as number);
      for (let channel = 0; channel < channels; channel++, at++)
        if (share === 1) data[at] = white;
        else if (share > 0) data[at] = Math.round((data[at] as number) * (1 - share) + white * share);
    }
  }
  return { data, width, height, channels };
}

/** For each position the one of a smaller size before it, and how far it is on the way to the next one. */
function interpolation(size: number, smallSize: number): { before: Int32Array; weights: Float64Array } {
  const before = new Int32Array(size);
  const weights = new Float64Array(size);
  for (let position = 0; position < size; position++) {
    const place = ((position + 0.5) * smallSize) / size - 0.5;
    const within = Math.min(Math.max(place, 0), smallSize - 1);
    before[position] = Math.min(Math.floor(within), Math.max(0, smallSize - 2));
    weights[position] = smallSize === 1 ? 0 : within - (before[position] as number);
  }
  return { before, weights };
}

function blendRows({ width, shares }: Coverage, row: number, weight: number, output: Float64Array): void {
  for (let x = 0; x < width; x++) output[x] = lerp(shares, row * width + x, (row + 1) * width + x, weight);
}

function lerp(values: Float64Array, from: number, to: number, weight: number): number {
  const start = values[from] as number;
  return weight === 0 ? start : start + ((values[to] as number) - start) * weight;
}

import type { Raster } from '../raster.ts';

/** How far before the middle of what it stands for a sample is taken, in samples. */
const MIDDLE = 0.5 - 1e-12;

/**
 * A picture whose longest edge has a given length, by leaving out or repeating rows and columns.
 *
 * @see SampleImage of ImageMagick 6
 */
export function sample(raster: Raster, edge: number): Raster {
  const scale = edge / Math.max(raster.width, raster.height);
  const columns = sampledFrom(raster.width, scale);
  const rows = sampledFrom(raster.height, scale);
  const { channels } = raster;
  const pixels = rows.flatMap((row) => columns.map((column) => (row * raster.width + column) * channels));
  const values = pixels.flatMap((at) => [...raster.data.subarray(at, at + channels)]);
  return {
    data: raster.data instanceof Uint16Array ? Uint16Array.from(values) : Uint8Array.from(values),
    width: columns.length,
    height: rows.length,
    channels,
  };
}

/** For each row or column of the result the one that it is taken from. */
function sampledFrom(size: number, scale: number): readonly number[] {
  const sampleCount = Math.max(Math.floor(scale * size + 0.5), 1);
  return Array.from({ length: sampleCount }, (_, index) =>
    Math.floor(((index + MIDDLE) * size) / sampleCount),
  );
}

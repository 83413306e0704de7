import type { GreyWeights } from '../convert-photo-options.ts';
import { clampToQuantum, type QuantumRaster } from '../quantum.ts';

/** What red, green and blue count, as ImageMagick has it. */
const WEIGHTS: Readonly<Record<GreyWeights, readonly [number, number, number]>> = {
  rec709luma: [0.212656, 0.715158, 0.072186],
  rec601luma: [0.298839, 0.586811, 0.11435],
  average: [1 / 3, 1 / 3, 1 / 3],
};

/** A picture in grey; one that is grey stays as it is. */
export function grey(raster: QuantumRaster, weights: GreyWeights): QuantumRaster {
  if (raster.channels === 1) return raster;
  return { ...raster, channels: 1, data: Uint16Array.from(lumaOf(raster, weights), clampToQuantum) };
}

/** The brightness of each pixel, in words with fractions. */
export function lumaOf({ data, channels }: QuantumRaster, weights: GreyWeights = 'rec709luma'): Float64Array {
  if (channels === 1) return Float64Array.from(data);
  const [red, green, blue] = WEIGHTS[weights];
  return Float64Array.from(
    { length: data.length / 3 },
    (_, pixel) =>
      red * (data[pixel * 3] as number) +
      green * (data[pixel * 3 + 1] as number) +
      blue * (data[pixel * 3 + 2] as number),
  );
}

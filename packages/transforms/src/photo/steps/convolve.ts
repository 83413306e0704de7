import { clampToQuantum, type QuantumRaster } from '../quantum.ts';

/** Weights of the pixels around a pixel; both sizes are odd. */
export interface Kernel {
  readonly width: number;
  readonly height: number;
  /** Row by row. */
  readonly values: readonly number[];
}

/**
 * A picture convolved with a kernel, channel by channel; beyond its edges it goes on as it is at them.
 *
 * @param mask - One number per pixel, 0 for one that stays as it is; without it all are convolved.
 */
export function convolve(raster: QuantumRaster, kernel: Kernel, mask?: Uint8Array): QuantumRaster {
  const { width, height, channels } = raster;
  const data = raster.data.slice();
  for (let y = 0, pixel = 0; y < height; y++)
    for (let x = 0; x < width; x++, pixel++) {
      if (mask?.[pixel] === 0) continue;
      for (let channel = 0; channel < channels; channel++)
        data[pixel * channels + channel] = clampToQuantum(weightedSum(raster, kernel, x, y, channel));
    }
  return { ...raster, data };
}

/** The sum of the values around one, weighed by the kernel turned by 180 degrees. */
function weightedSum(raster: QuantumRaster, kernel: Kernel, x: number, y: number, channel: number): number {
  const { data, width, height, channels } = raster;
  const left = x - (kernel.width >> 1);
  const top = y - (kernel.height >> 1);
  let sum = 0;
  let weightIndex = kernel.values.length;
  for (let v = 0; v < kernel.height; v++) {
    const row = clamp(top + v, height) * width;
    for (let u = 0; u < kernel.width; u++) {
      const value = data[(row + clamp(left + u, width)) * channels + channel] as number;
      sum += (kernel.values[--weightIndex] as number) * value;
    }
  }
  return sum;
}

function clamp(position: number, size: number): number {
  if (position < 0) return 0;
  return position < size ? position : size - 1;
}

import { clampToQuantum, type QuantumRaster } from '../quantum.ts';

/** Weights of the pixels around a pixel; both sizes are odd. */
export interface Kernel {
  readonly width: number;
  readonly height: number;
  /** Row by row. */
  readonly values: readonly number[];
}

/** A picture convolved with a kernel, channel by channel; beyond its edges it goes on as it is at them. */
export function convolve(raster: QuantumRaster, kernel: Kernel): QuantumRaster {
  const data = raster.data.map((_, index) => clampToQuantum(weightedSum(raster, kernel, index)));
  return { ...raster, data };
}

/** The sum of the values around one, weighed by the kernel turned by 180 degrees. */
export function weightedSum(raster: QuantumRaster, kernel: Kernel, index: number): number {
  const { data, width, height, channels } = raster;
  const channel = index % channels;
  const pixel = (index - channel) / channels;
  const x = pixel % width;
  const y = (pixel - x) / width;
  let sum = 0;
  let weightIndex = kernel.values.length - 1;
  for (let v = 0; v < kernel.height; v++) {
    const row = clamp(y + v - (kernel.height >> 1), height);
    for (let u = 0; u < kernel.width; u++) {
      const column = clamp(x + u - (kernel.width >> 1), width);
      const value = data[(row * width + column) * channels + channel] as number;
      sum += (kernel.values[weightIndex--] as number) * value;
    }
  }
  return sum;
}

function clamp(position: number, size: number): number {
  return Math.min(Math.max(position, 0), size - 1);
}

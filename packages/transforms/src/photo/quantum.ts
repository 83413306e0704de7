import type { Raster } from './raster.ts';

/** A picture in the numbers that ImageMagick's Q16 build computes with. */
export interface QuantumRaster extends Raster {
  readonly data: Uint16Array;
}

/** The largest value of a channel. */
export const QUANTUM_RANGE = 65535;

/** Words per byte: 255 becomes 65535. */
const QUANTUMS_PER_BYTE = QUANTUM_RANGE / 255;

/** What the values of a raster are multiplied by to become words. */
export function quantumUnit({ data }: Raster): number {
  return data instanceof Uint16Array ? 1 : QUANTUMS_PER_BYTE;
}

/** The same picture in words; words are not copied. */
export function toQuantums({ data, width, height, channels }: Raster): QuantumRaster {
  if (data instanceof Uint16Array) return { data, width, height, channels };
  return { data: Uint16Array.from(data, (byte) => byte * QUANTUMS_PER_BYTE), width, height, channels };
}

/** The nearest word, halves upwards. */
export function clampToQuantum(value: number): number {
  if (value <= 0) return 0;
  return value >= QUANTUM_RANGE ? QUANTUM_RANGE : Math.floor(value + 0.5);
}

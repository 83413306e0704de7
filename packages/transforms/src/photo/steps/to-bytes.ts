import type { ByteRounding } from '../convert-photo-options.ts';
import type { QuantumRaster } from '../quantum.ts';
import type { Raster } from '../raster.ts';

const WORDS_PER_BYTE = 257;

/** A picture in bytes. */
export function toBytes(
  raster: QuantumRaster,
  rounding: ByteRounding,
): Raster & { readonly data: Uint8Array } {
  const half = rounding === 'nearest' ? WORDS_PER_BYTE >> 1 : 0;
  return { ...raster, data: Uint8Array.from(raster.data, (word) => (word + half) / WORDS_PER_BYTE) };
}

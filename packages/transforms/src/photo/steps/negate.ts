import { QUANTUM_RANGE, type QuantumRaster } from '../quantum.ts';

/** A picture with light and dark exchanged. */
export function negate(raster: QuantumRaster): QuantumRaster {
  return { ...raster, data: raster.data.map((value) => QUANTUM_RANGE - value) };
}

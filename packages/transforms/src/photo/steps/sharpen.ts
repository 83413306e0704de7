import { clampToQuantum, QUANTUM_RANGE, type QuantumRaster } from '../quantum.ts';
import { convolve, weightedSum } from './convolve.ts';
import { edgeMap } from './edge-map.ts';
import { lumaOf } from './grey.ts';
import { sharpeningKernel } from './sharpening-kernel.ts';

/** Sharpens a picture everywhere by a Gaussian with radius and standard deviation 1. */
export function sharpen(raster: QuantumRaster): QuantumRaster {
  return convolve(raster, sharpeningKernel());
}

/**
 * Sharpens a picture by a Gaussian with radius and standard deviation 1 where it has edges, and leaves the rest.
 *
 * @see AdaptiveSharpenImage of ImageMagick 6: for this radius its effect near edges has two steps only
 */
export function adaptiveSharpen(raster: QuantumRaster): QuantumRaster {
  const { channels } = raster;
  const kernel = sharpeningKernel();
  const edges = lumaOf(edgeMap(raster));
  const data = raster.data.map((value, index) => {
    const isEdge = (edges[Math.floor(index / channels)] as number) / QUANTUM_RANGE >= 0.5;
    return isEdge ? clampToQuantum(weightedSum(raster, kernel, index)) : value;
  });
  return { ...raster, data };
}

import { QUANTUM_RANGE, type QuantumRaster } from '../quantum.ts';
import { convolve, type Kernel } from './convolve.ts';
import { edgeMap } from './edge-map.ts';
import { lumaOf } from './grey.ts';

/** Sharpens a picture everywhere by a Gaussian with radius and standard deviation 1. @see SharpenImage of ImageMagick 6 */
export function sharpen(raster: QuantumRaster): QuantumRaster {
  return convolve(raster, sharpeningKernel());
}

/**
 * Sharpens a picture by a Gaussian with radius and standard deviation 1 where it has edges, and leaves the rest.
 *
 * @see AdaptiveSharpenImage of ImageMagick 6: for this radius its effect near edges has two steps only
 */
export function adaptiveSharpen(raster: QuantumRaster): QuantumRaster {
  const isEdge = Uint8Array.from(lumaOf(edgeMap(raster)), (edge) => (edge / QUANTUM_RANGE >= 0.5 ? 1 : 0));
  return convolve(raster, sharpeningKernel(), isEdge);
}

/** The negative of a Gaussian on 3 x 3 pixels, and in its middle what makes up for it twice; together 1. */
function sharpeningKernel(): Kernel {
  const gaussian = [-1, 0, 1].flatMap((v) =>
    [-1, 0, 1].map((u) => -Math.exp(-(u * u + v * v) / 2) / (2 * Math.PI)),
  );
  const values = gaussian.with(4, -2 * sum(gaussian));
  const scale = 1 / sum(values);
  return { width: 3, height: 3, values: values.map((value) => value * scale) };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

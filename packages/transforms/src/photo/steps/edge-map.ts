import { clampToQuantum, QUANTUM_RANGE, type QuantumRaster } from '../quantum.ts';
import { convolve, type Kernel } from './convolve.ts';

const LAPLACIAN: Kernel = { width: 3, height: 3, values: [-1, -1, -1, -1, 8, -1, -1, -1, -1] };

/**
 * Where a picture has edges: its differences to its neighbours, blurred, from 0 to the largest word.
 *
 * @see EdgeImage, AutoLevelImage and BlurImage of ImageMagick 6, for radius 1 and standard deviation 1
 */
export function edgeMap(raster: QuantumRaster): QuantumRaster {
  const edges = autoLevel(convolve(raster, LAPLACIAN));
  const values = blurWeights();
  const blurredRows = convolve(edges, { width: 3, height: 1, values });
  return autoLevel(convolve(blurredRows, { width: 1, height: 3, values }));
}

/** Stretches all channels alike, so that the least value becomes 0 and the greatest one the largest word. */
function autoLevel(raster: QuantumRaster): QuantumRaster {
  const least = raster.data.reduce((a, b) => Math.min(a, b));
  const greatest = raster.data.reduce((a, b) => Math.max(a, b));
  if (least === greatest) return raster;
  const scale = 1 / (greatest - least);
  return {
    ...raster,
    data: raster.data.map((value) => clampToQuantum(QUANTUM_RANGE * (scale * (value - least)))),
  };
}

/** A Gaussian, each weight the sum over three steps of a third of a pixel; together 1. */
function blurWeights(): readonly number[] {
  const weights = [-1, 0, 1].map((pixel) =>
    [-1, 0, 1].reduce((sum, third) => sum + Math.exp(-((3 * pixel + third) ** 2) / 18), 0),
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

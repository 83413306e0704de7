import type { Kernel } from './convolve.ts';

/**
 * The negative of a Gaussian with standard deviation 1 on 3 x 3 pixels, and in its middle what makes up for it twice.
 *
 * @see SharpenImage and AdaptiveSharpenImage of ImageMagick 6, for `1x1`
 */
export function sharpeningKernel(): Kernel {
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

export { flatten } from './flatten.ts';
export type { BlockNorm } from './hog/block-norms.ts';
export { type HogOptions, hog } from './hog/hog.ts';
export { FASHION_MNIST_MOMENTS, MNIST_MOMENTS, normalize } from './normalize.ts';
export { type PixelMoments, pixelMoments } from './pixel-moments.ts';
export { scaleToUnit } from './scale-to-unit.ts';
export { type StandardScaler, standardScaler } from './standard-scaler.ts';

export { type BrightnessOptions, brightness } from './augmentation/brightness.ts';
export { type ContrastOptions, contrast } from './augmentation/contrast.ts';
export { type CutmixOptions, cutmix } from './augmentation/cutmix.ts';
export {
  type GaussianNoiseOptions,
  gaussianNoise,
} from './augmentation/gaussian-noise.ts';
export type { MixingOptions } from './augmentation/mixing-pool.ts';
export { type MixupOptions, mixup } from './augmentation/mixup.ts';
export {
  type RandomBrightnessOptions,
  randomBrightness,
} from './augmentation/random-brightness.ts';
export {
  type RandomContrastOptions,
  randomContrast,
} from './augmentation/random-contrast.ts';
export { TransformError, type TransformErrorCode } from './errors.ts';
export { flatten } from './features/flatten.ts';
export type { BlockNorm } from './features/hog/block-norms.ts';
export { type HogOptions, hog } from './features/hog/hog.ts';
export { type HogSettings } from './features/hog/hog-options.ts';
export { oneHot } from './features/one-hot.ts';
export type { Batch } from './images/batch.ts';
export type { ImageShape, Pixels } from './images/images.ts';
export type { Raster } from './photo/raster.ts';
export type { RandomOptions } from './random/random-options.ts';
export {
  type MinMaxScaler,
  type MinMaxScalerOptions,
  type MinMaxScalerState,
  minMaxScaler,
  minMaxScalerFrom,
} from './scaling/min-max-scaler.ts';
export {
  FASHION_MNIST_MOMENTS,
  MNIST_MOMENTS,
  type NormalizeOptions,
  normalize,
} from './scaling/normalize.ts';
export { type PixelMoments, pixelMoments } from './scaling/pixel-moments.ts';
export { scaleToUnit } from './scaling/scale-to-unit.ts';
export {
  type StandardScaler,
  type StandardScalerState,
  standardScaler,
  standardScalerFrom,
} from './scaling/standard-scaler.ts';

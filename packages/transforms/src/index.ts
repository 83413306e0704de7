export { TransformError, type TransformErrorCode } from './errors.ts';
export { flatten } from './features/flatten.ts';
export type { BlockNorm } from './features/hog/block-norms.ts';
export { type HogOptions, hog } from './features/hog/hog.ts';
export type { Batch } from './images/batch.ts';
export type { ImageShape, Pixels } from './images/images.ts';
export type { BackgroundRemoval } from './photo/background/remove-background.ts';
export { convertPhoto } from './photo/convert-photo.ts';
export {
  type ByteRounding,
  CONVERT_PHOTO_RULES,
  type ConvertPhotoOptions,
  type GreyWeights,
} from './photo/convert-photo-options.ts';
export type { ConvertedPhoto, PhotoStage, PhotoStageName } from './photo/converted-photo.ts';
export type { ColorText } from './photo/hex-color.ts';
export { describeImage, type ImageDescription } from './photo/measurements/describe-image.ts';
export { FASHION_MNIST_MEASUREMENTS } from './photo/measurements/fashion-mnist-measurements.ts';
export {
  type ImageMeasurements,
  type MeasuredRange,
  measureImages,
} from './photo/measurements/measure-images.ts';
export {
  imageWarnings,
  type PhotoWarning,
  type PhotoWarningCode,
} from './photo/measurements/photo-warnings.ts';
export type { Raster } from './photo/raster.ts';
export type { RandomOptions } from './random/random-options.ts';
export { FASHION_MNIST_MOMENTS, MNIST_MOMENTS, normalize } from './scaling/normalize.ts';
export { type PixelMoments, pixelMoments } from './scaling/pixel-moments.ts';
export { scaleToUnit } from './scaling/scale-to-unit.ts';
export { type StandardScaler, standardScaler } from './scaling/standard-scaler.ts';

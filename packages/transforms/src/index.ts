export { type AffineOptions, affine } from './augmentation/affine/affine.ts';
export { type RandomAffineOptions, randomAffine } from './augmentation/affine/random-affine.ts';
export { type RandomRotationOptions, randomRotation } from './augmentation/affine/random-rotation.ts';
export { type RandomZoomOptions, randomZoom } from './augmentation/affine/random-zoom.ts';
export { type RotateOptions, rotate } from './augmentation/affine/rotate.ts';
export type { Border, Interpolation, SamplingOptions } from './augmentation/affine/sampling-options.ts';
export { type ScaleOptions, scale } from './augmentation/affine/scale.ts';
export { type ShearOptions, shear } from './augmentation/affine/shear.ts';
export { type BrightnessOptions, brightness } from './augmentation/brightness.ts';
export { type ContrastOptions, contrast } from './augmentation/contrast.ts';
export { type CutmixOptions, cutmix } from './augmentation/cutmix.ts';
export { type CutoutOptions, cutout } from './augmentation/erasing/cutout.ts';
export { randomErasing } from './augmentation/erasing/random-erasing.ts';
export {
  PAPER_ERASING,
  type RandomErasingOptions,
  TORCHVISION_ERASING,
} from './augmentation/erasing/random-erasing-options.ts';
export { type FlipAxis, type FlipOptions, flip } from './augmentation/flips/flip.ts';
export { type RandomFlipOptions, randomFlip } from './augmentation/flips/random-flip.ts';
export { type GaussianNoiseOptions, gaussianNoise } from './augmentation/gaussian-noise.ts';
export type { MixingOptions } from './augmentation/mixing-pool.ts';
export { type MixupOptions, mixup } from './augmentation/mixup.ts';
export { type RandomBrightnessOptions, randomBrightness } from './augmentation/random-brightness.ts';
export { type RandomContrastOptions, randomContrast } from './augmentation/random-contrast.ts';
export { type CropOptions, crop } from './augmentation/windows/crop.ts';
export { type PadMode, type PadOptions, pad } from './augmentation/windows/pad.ts';
export { type RandomCropOptions, randomCrop } from './augmentation/windows/random-crop.ts';
export { type RandomShiftOptions, randomShift } from './augmentation/windows/random-shift.ts';
export { type ShiftOptions, shift } from './augmentation/windows/shift.ts';
export { TransformError, type TransformErrorCode } from './errors.ts';
export { flatten } from './features/flatten.ts';
export type { BlockNorm } from './features/hog/block-norms.ts';
export { type HogOptions, hog } from './features/hog/hog.ts';
export type { HogSettings } from './features/hog/hog-options.ts';
export { oneHot } from './features/one-hot.ts';
export type { Batch } from './images/batch.ts';
export type { Pixels } from './images/images.ts';
export type { Pair } from './options/pair-rules.ts';
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
export { IMAGE_SIDE } from './photo/image-side.ts';
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
export { compose } from './pipeline/compose.ts';
export { parsePipeline } from './pipeline/parse-pipeline.ts';
export type { Into, Pipeline, PipelineRun } from './pipeline/pipeline.ts';
export type { PipelineAbout, PipelineDocument } from './pipeline/pipeline-document.ts';
export type { MinMaxScalerStepOptions, StandardScalerStepOptions } from './pipeline/scaler-operations.ts';
export type { OperationName, Step, StepOptions } from './pipeline/step.ts';
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

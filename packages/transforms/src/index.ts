export { type AffineOptions, affine } from './augmentation/affine/affine.ts';
export { type RandomAffineOptions, randomAffine } from './augmentation/affine/random-affine.ts';
export { type RandomRotationOptions, randomRotation } from './augmentation/affine/random-rotation.ts';
export { type RandomZoomOptions, randomZoom } from './augmentation/affine/random-zoom.ts';
export { type RotateOptions, rotate } from './augmentation/affine/rotate.ts';
export type { Border, Interpolation, SamplingOptions } from './augmentation/affine/sampling-options.ts';
export { type ScaleOptions, scale } from './augmentation/affine/scale.ts';
export { type ShearOptions, shear } from './augmentation/affine/shear.ts';
export { type CutoutOptions, cutout } from './augmentation/erasing/cutout.ts';
export {
  PAPER_ERASING,
  type RandomErasingOptions,
  randomErasing,
  TORCHVISION_ERASING,
} from './augmentation/erasing/random-erasing.ts';
export { type FlipAxis, type FlipOptions, flip } from './augmentation/flips/flip.ts';
export { type RandomFlipOptions, randomFlip } from './augmentation/flips/random-flip.ts';
export { type CropOptions, crop } from './augmentation/windows/crop.ts';
export { type PadMode, type PadOptions, pad } from './augmentation/windows/pad.ts';
export { type RandomCropOptions, randomCrop } from './augmentation/windows/random-crop.ts';
export { type RandomShiftOptions, randomShift } from './augmentation/windows/random-shift.ts';
export { type ShiftOptions, shift } from './augmentation/windows/shift.ts';
export { TransformError, type TransformErrorCode } from './errors.ts';
export { flatten } from './features/flatten.ts';
export type { BlockNorm } from './features/hog/block-norms.ts';
export { type HogOptions, hog } from './features/hog/hog.ts';
export type { Batch } from './images/batch.ts';
export type { ImageShape, Pixels } from './images/images.ts';
export type { Pair } from './options/pair-rules.ts';
export type { Raster } from './photo/raster.ts';
export type { RandomOptions } from './random/random-options.ts';
export { FASHION_MNIST_MOMENTS, MNIST_MOMENTS, normalize } from './scaling/normalize.ts';
export { type PixelMoments, pixelMoments } from './scaling/pixel-moments.ts';
export { scaleToUnit } from './scaling/scale-to-unit.ts';
export { type StandardScaler, standardScaler } from './scaling/standard-scaler.ts';

import { AFFINE_RULES, affine } from '../augmentation/affine/affine.ts';
import { RANDOM_AFFINE_RULES, randomAffine } from '../augmentation/affine/random-affine.ts';
import { RANDOM_ROTATION_RULES, randomRotation } from '../augmentation/affine/random-rotation.ts';
import { RANDOM_ZOOM_RULES, randomZoom } from '../augmentation/affine/random-zoom.ts';
import { ROTATE_RULES, rotate } from '../augmentation/affine/rotate.ts';
import { SCALE_RULES, scale } from '../augmentation/affine/scale.ts';
import { SHEAR_RULES, shear } from '../augmentation/affine/shear.ts';
import { BRIGHTNESS_RULES, brightness } from '../augmentation/brightness.ts';
import { CONTRAST_RULES, contrast } from '../augmentation/contrast.ts';
import { CUTMIX_RULES, cutmixPicture } from '../augmentation/cutmix.ts';
import { CUTOUT_RULES, cutout, cutoutEdit } from '../augmentation/erasing/cutout.ts';
import { randomErasing, randomErasingEdit } from '../augmentation/erasing/random-erasing.ts';
import { RANDOM_ERASING_RULES } from '../augmentation/erasing/random-erasing-options.ts';
import { FLIP_RULES, flip, flipEdit } from '../augmentation/flips/flip.ts';
import { RANDOM_FLIP_RULES, randomFlip, randomFlipEdit } from '../augmentation/flips/random-flip.ts';
import { GAUSSIAN_NOISE_RULES, gaussianNoise } from '../augmentation/gaussian-noise.ts';
import { MIXUP_RULES, mixupPicture } from '../augmentation/mixup.ts';
import { RANDOM_BRIGHTNESS_RULES, randomBrightness } from '../augmentation/random-brightness.ts';
import { RANDOM_CONTRAST_RULES, randomContrast } from '../augmentation/random-contrast.ts';
import { CROP_RULES, crop } from '../augmentation/windows/crop.ts';
import { PAD_RULES, pad } from '../augmentation/windows/pad.ts';
import {
  isMoveOnly,
  RANDOM_CROP_RULES,
  randomCrop,
  randomCropEdit,
} from '../augmentation/windows/random-crop.ts';
import { RANDOM_SHIFT_RULES, randomShift, randomShiftEdit } from '../augmentation/windows/random-shift.ts';
import { SHIFT_RULES, shift, shiftEdit } from '../augmentation/windows/shift.ts';
import { flatten } from '../features/flatten.ts';
import { NORMALIZE_RULES, normalize } from '../scaling/normalize.ts';
import { SCALE_TO_UNIT_RULES, scaleToUnit } from '../scaling/scale-to-unit.ts';
import { hogOperation } from './hog-operation.ts';
import { mixing } from './mixing-operation.ts';
import { atRandom, type Operation, onImages, onPixels } from './operation.ts';
import { minMaxScalerOperation, standardScalerOperation } from './scaler-operations.ts';
import type { OperationName, StepOptions } from './step.ts';

/** All operations that a pipeline can have as a step. */
const OPERATIONS: { readonly [Name in OperationName]: Operation<StepOptions[Name]> } = {
  affine: onImages(AFFINE_RULES, affine),
  brightness: onImages(BRIGHTNESS_RULES, brightness),
  contrast: onImages(CONTRAST_RULES, contrast),
  crop: onImages(CROP_RULES, crop),
  cutmix: mixing('cutmix', CUTMIX_RULES, cutmixPicture),
  cutout: atRandom(CUTOUT_RULES, cutout, cutoutEdit),
  flatten: onImages({}, flatten),
  flip: onImages(FLIP_RULES, flip, flipEdit),
  'gaussian-noise': atRandom(GAUSSIAN_NOISE_RULES, gaussianNoise),
  hog: hogOperation,
  'min-max-scaler': minMaxScalerOperation,
  mixup: mixing('mixup', MIXUP_RULES, mixupPicture),
  normalize: onPixels(NORMALIZE_RULES, normalize),
  pad: onImages(PAD_RULES, pad),
  'random-affine': atRandom(RANDOM_AFFINE_RULES, randomAffine),
  'random-brightness': atRandom(RANDOM_BRIGHTNESS_RULES, randomBrightness),
  'random-contrast': atRandom(RANDOM_CONTRAST_RULES, randomContrast),
  'random-crop': atRandom(RANDOM_CROP_RULES, randomCrop, (options, size) =>
    isMoveOnly(size, options) ? randomCropEdit(options) : undefined,
  ),
  'random-erasing': atRandom(RANDOM_ERASING_RULES, randomErasing, randomErasingEdit),
  'random-flip': atRandom(RANDOM_FLIP_RULES, randomFlip, randomFlipEdit),
  'random-rotation': atRandom(RANDOM_ROTATION_RULES, randomRotation),
  'random-shift': atRandom(RANDOM_SHIFT_RULES, randomShift, randomShiftEdit),
  'random-zoom': atRandom(RANDOM_ZOOM_RULES, randomZoom),
  rotate: onImages(ROTATE_RULES, rotate),
  scale: onImages(SCALE_RULES, scale),
  'scale-to-unit': onPixels(SCALE_TO_UNIT_RULES, scaleToUnit),
  shear: onImages(SHEAR_RULES, shear),
  shift: onImages(SHIFT_RULES, shift, shiftEdit),
  'standard-scaler': standardScalerOperation,
};

export const OPERATION_NAMES: readonly string[] = Object.keys(OPERATIONS);

export function isOperationName(name: string): name is OperationName {
  return Object.hasOwn(OPERATIONS, name);
}

/** The operation of a step, whose options `checkSteps` has found to be its own. */
export function operationNamed(name: OperationName): Operation<object> {
  return OPERATIONS[name] as Operation<object>;
}

import type { AffineOptions } from '../augmentation/affine/affine.ts';
import type { RandomAffineOptions } from '../augmentation/affine/random-affine.ts';
import type { RandomRotationOptions } from '../augmentation/affine/random-rotation.ts';
import type { RandomZoomOptions } from '../augmentation/affine/random-zoom.ts';
import type { RotateOptions } from '../augmentation/affine/rotate.ts';
import type { ScaleOptions } from '../augmentation/affine/scale.ts';
import type { ShearOptions } from '../augmentation/affine/shear.ts';
import type { BrightnessOptions } from '../augmentation/brightness.ts';
import type { ContrastOptions } from '../augmentation/contrast.ts';
import type { CutmixOptions } from '../augmentation/cutmix.ts';
import type { CutoutOptions } from '../augmentation/erasing/cutout.ts';
import type { RandomErasingOptions } from '../augmentation/erasing/random-erasing-options.ts';
import type { FlipOptions } from '../augmentation/flips/flip.ts';
import type { RandomFlipOptions } from '../augmentation/flips/random-flip.ts';
import type { GaussianNoiseOptions } from '../augmentation/gaussian-noise.ts';
import type { MixupOptions } from '../augmentation/mixup.ts';
import type { RandomBrightnessOptions } from '../augmentation/random-brightness.ts';
import type { RandomContrastOptions } from '../augmentation/random-contrast.ts';
import type { CropOptions } from '../augmentation/windows/crop.ts';
import type { PadOptions } from '../augmentation/windows/pad.ts';
import type { RandomCropOptions } from '../augmentation/windows/random-crop.ts';
import type { RandomShiftOptions } from '../augmentation/windows/random-shift.ts';
import type { ShiftOptions } from '../augmentation/windows/shift.ts';
import type { HogSettings } from '../features/hog/hog-options.ts';
import type { NormalizeOptions } from '../scaling/normalize.ts';
import type { ScaleToUnitOptions } from '../scaling/scale-to-unit.ts';
import type { MinMaxScalerStepOptions, StandardScalerStepOptions } from './scaler-operations.ts';

/** The options of each operation that a pipeline can have as a step, by its name there. */
export interface StepOptions {
  readonly affine: AffineOptions;
  readonly brightness: BrightnessOptions;
  readonly contrast: ContrastOptions;
  readonly crop: CropOptions;
  readonly cutmix: CutmixOptions;
  readonly cutout: CutoutOptions;
  readonly flatten: object;
  readonly flip: FlipOptions;
  readonly 'gaussian-noise': GaussianNoiseOptions;
  readonly hog: HogSettings;
  readonly 'min-max-scaler': MinMaxScalerStepOptions;
  readonly mixup: MixupOptions;
  readonly normalize: NormalizeOptions;
  readonly pad: PadOptions;
  readonly 'random-affine': RandomAffineOptions;
  readonly 'random-brightness': RandomBrightnessOptions;
  readonly 'random-contrast': RandomContrastOptions;
  readonly 'random-crop': RandomCropOptions;
  readonly 'random-erasing': RandomErasingOptions;
  readonly 'random-flip': RandomFlipOptions;
  readonly 'random-rotation': RandomRotationOptions;
  readonly 'random-shift': RandomShiftOptions;
  readonly 'random-zoom': RandomZoomOptions;
  readonly rotate: RotateOptions;
  readonly scale: ScaleOptions;
  readonly 'scale-to-unit': ScaleToUnitOptions;
  readonly shear: ShearOptions;
  readonly shift: ShiftOptions;
  readonly 'standard-scaler': StandardScalerStepOptions;
}

export type OperationName = keyof StepOptions;

/** One operation of a pipeline and its options, as plain data. */
export type Step = {
  readonly [Name in OperationName]: { readonly operation: Name } & StepOptions[Name];
}[OperationName];

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
  /** Turns, shears, scales and moves by given amounts. */
  readonly affine: AffineOptions;
  /** Multiplies every pixel. */
  readonly brightness: BrightnessOptions;
  /** Moves pixels away from their mean, or towards it. */
  readonly contrast: ContrastOptions;
  /** Cuts a part out. */
  readonly crop: CropOptions;
  /** Puts a part of another image into each, and mixes their targets. */
  readonly cutmix: CutmixOptions;
  /** Blanks a square at a random place. */
  readonly cutout: CutoutOptions;
  /** Makes one row of each image; has no options. */
  readonly flatten: object;
  /** Mirrors. */
  readonly flip: FlipOptions;
  /** Adds normally distributed noise. */
  readonly 'gaussian-noise': GaussianNoiseOptions;
  /** Makes histograms of oriented gradients. */
  readonly hog: HogSettings;
  /** Brings each feature to a range, as a fitted `MinMaxScaler` does. */
  readonly 'min-max-scaler': MinMaxScalerStepOptions;
  /** Blends each image with another one, and their targets. */
  readonly mixup: MixupOptions;
  /** Subtracts a mean and divides by a deviation. */
  readonly normalize: NormalizeOptions;
  /** Adds a border. */
  readonly pad: PadOptions;
  /** Turns, shears, scales and moves by chance. */
  readonly 'random-affine': RandomAffineOptions;
  /** Multiplies every pixel by a random factor. */
  readonly 'random-brightness': RandomBrightnessOptions;
  /** Changes the contrast by a random factor. */
  readonly 'random-contrast': RandomContrastOptions;
  /** Cuts a part out at a random place. */
  readonly 'random-crop': RandomCropOptions;
  /** Blanks a random rectangle. */
  readonly 'random-erasing': RandomErasingOptions;
  /** Mirrors by chance. */
  readonly 'random-flip': RandomFlipOptions;
  /** Turns by a random angle. */
  readonly 'random-rotation': RandomRotationOptions;
  /** Moves by a random distance. */
  readonly 'random-shift': RandomShiftOptions;
  /** Enlarges or reduces by a random factor. */
  readonly 'random-zoom': RandomZoomOptions;
  /** Turns by an angle. */
  readonly rotate: RotateOptions;
  /** Enlarges or reduces. */
  readonly scale: ScaleOptions;
  /** Brings bytes to 0..1. */
  readonly 'scale-to-unit': ScaleToUnitOptions;
  /** Slants. */
  readonly shear: ShearOptions;
  /** Moves. */
  readonly shift: ShiftOptions;
  /** Brings each feature to mean 0 and deviation 1, as a fitted `StandardScaler` does. */
  readonly 'standard-scaler': StandardScalerStepOptions;
}

/** The name of an operation, as steps of pipelines call it. */
export type OperationName = keyof StepOptions;

/** One operation of a pipeline and its options, as plain data. */
export type Step = {
  readonly [Name in OperationName]: { readonly operation: Name } & StepOptions[Name];
}[OperationName];

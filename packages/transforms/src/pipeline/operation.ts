import type { NdArray, OptionRules, ProgressListener, ResolvedOptions } from '@fashion-mnist/core';
import type { CanvasEdit } from '../augmentation/editing/canvas-edit.ts';
import type { PictureSize } from '../augmentation/editing/picture-size.ts';
import type { Batch } from '../images/batch.ts';
import type { Pixels } from '../images/images.ts';
import type { RandomOptions } from '../random/random-options.ts';

/** Images that partners are drawn from, in place of the batch itself. */
export interface Pool {
  readonly imageCount: number;
  /** Some of them, as they come from the step before. */
  take(indices: ArrayLike<number>): Promise<Batch>;
}

/** What a step gets beside its images. */
export interface StepRun {
  readonly random: RandomOptions;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ProgressListener | undefined;
  readonly pool?: Pool | undefined;
}

export type RunStep = (batch: Batch, run: StepRun) => Batch | Promise<Batch>;

/** What a pipeline knows of an operation. */
export interface Operation<Options> {
  readonly rules: OptionRules<Options>;
  /** Whether it must see all images at once: it mixes them, or has its own way through them. @default false */
  readonly needsWholeBatch?: boolean;
  /** Does what can be done before there are images. @throws {TransformError} options that do not go together. */
  prepare(options: Options): RunStep;
  /** What gives the options with what is learnt from images; undefined where they have it already. */
  learn?(options: Options): ((images: NdArray<Pixels>) => Options) | undefined;
  readonly edit?: MakeEdit<Options> | undefined;
  /** What it does, if a pixel of the result, which is float32, follows from the same pixel before alone. */
  readonly pixelwise?: Change<Options>;
}

/** What an operation does on a canvas; undefined where it gives images of another size. */
export type MakeEdit<Options> = (
  options: ResolvedOptions<Options>,
  size: PictureSize,
) => CanvasEdit | undefined;

type Change<Options> = (images: NdArray<Pixels>, options: Options) => NdArray<Pixels>;

/** An operation that changes each image by itself, always in the same way. */
export function onImages<Options>(
  rules: OptionRules<Options>,
  change: Change<Options>,
  edit?: MakeEdit<Options>,
): Operation<Options> {
  return {
    rules,
    edit,
    prepare:
      (options) =>
      ({ images, labels }) => ({ images: change(images, options), labels }),
  };
}

/** An operation that changes each pixel by itself. */
export function onPixels<Options>(rules: OptionRules<Options>, change: Change<Options>): Operation<Options> {
  return { ...onImages(rules, change), pixelwise: change };
}

/** An operation that changes each image by itself, by its own random numbers. */
export function atRandom<Options>(
  rules: OptionRules<Options>,
  change: Change<Options & RandomOptions>,
  edit?: MakeEdit<Options>,
): Operation<Options> {
  return {
    rules,
    edit,
    prepare:
      (options) =>
      ({ images, labels }, { random }) => ({ images: change(images, { ...options, ...random }), labels }),
  };
}

import type { NdArray, ProgressListener } from '@fashion-mnist/core';
import type { Batch } from '../images/batch.ts';
import type { Pixels } from '../images/images.ts';
import type { RandomOptions } from '../random/random-options.ts';
import type { PipelineDocument } from './pipeline-document.ts';

/** What the result of a pipeline depends on beside its steps, and who is told how far it is. */
export interface PipelineRun extends Omit<RandomOptions, 'stream'> {
  /**
   * All pictures of the dataset with their labels, as they are before the first step: `mixup` and `cutmix` draw partners
   * from them, and so the result does not depend on the batch. @default the batch itself
   */
  readonly pool?: Batch | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ProgressListener | undefined;
}

/**
 * Where the pixels of the result go: they are written over, and are the data of the result. They may be the very pixels
 * that are read, but share no part of them otherwise.
 */
export interface Into<P extends Pixels> {
  readonly into: P;
}

/** Steps that turn pictures into others, one after the other. */
export interface Pipeline extends PipelineDocument {
  /**
   * The pictures after all steps. The same seed, epoch and index give the same pixels in a batch of any size, on any
   * platform; a pipeline with `mixup` or `cutmix` needs the option `pool` for that.
   *
   * @param images - Shape `[imageCount, height, width]`, bytes or float32; borrowed. As a batch they can have labels.
   * @returns New pictures or features, or those of `into`; bytes, unless a step makes float32 of them. New labels where a
   *   step mixes; otherwise the very array that came.
   * @throws {TransformError} `E_SHAPE` - a step cannot work with the pictures, or needs labels, and there are none;
   *   `E_STATE` - a scaler has not been fitted; `E_OPTION` - an option that there is not or that is outside its range, or
   *   `into` has another kind or length than the result, or shares memory with what is read.
   * @throws the signal's reason, when aborted.
   * @remarks Stage: `transform` (images), once for all steps.
   */
  apply<P extends Pixels>(images: NdArray<Pixels>, run: PipelineRun & Into<P>): Promise<NdArray<P>>;
  apply(images: NdArray<Pixels>, run?: PipelineRun): Promise<NdArray<Pixels>>;
  apply<P extends Pixels>(batch: Batch, run: PipelineRun & Into<P>): Promise<Batch<P>>;
  apply(batch: Batch, run?: PipelineRun): Promise<Batch>;
  /**
   * The same pipeline, in which every scaler that has no state has been fitted to the pictures, as they come through the
   * steps before it.
   *
   * @param images - Those to learn from, most often the training images, with labels where a step before mixes; borrowed.
   * @returns A new pipeline, whose JSON has what was learnt; one without such a scaler does the same as this one.
   * @throws {TransformError} `E_SHAPE` - there are no pictures to learn from, a step before a scaler cannot work with them,
   *   or needs labels, and there are none; `E_OPTION` - an option that there is not or that is outside its range, or a
   *   scaler gets numbers that are not finite.
   * @throws the signal's reason, when aborted.
   * @remarks Stage: `transform` (images), once for each scaler.
   */
  fit(images: NdArray<Pixels> | Batch, run?: PipelineRun): Promise<Pipeline>;
  /** What `parsePipeline` makes the same pipeline of. */
  toJSON(): PipelineDocument;
}

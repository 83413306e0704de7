import { flag, type NdArray, type OptionRules, resolveOptions, whole } from '@fashion-mnist/core';
import { TransformError } from '../errors.ts';
import { imageShape, type Pixels } from '../images/images.ts';
import { compose } from '../pipeline/compose.ts';
import type { PipelineDocument } from '../pipeline/pipeline-document.ts';
import type { BatchJob } from './batch-job.ts';
import type { SpawnWorker } from './spawned-worker.ts';

/** Which images `createBatchSource` gives, in which order, and what is done to them. */
export interface BatchSourceOptions {
  /** Shape `[imageCount, height, width]`; borrowed as long as the source is in use. */
  readonly images: NdArray<Pixels>;
  /** One class index per image; borrowed as the images. */
  readonly labels: Uint8Array;
  /** Classes that labels can have, at least 1. */
  readonly classCount: number;
  /** What is done to the images; its result is float32. Scalers have been fitted. */
  readonly pipeline: PipelineDocument;
  /** Images of a batch, at least 1. @default 128 */
  readonly batchSize?: number | undefined;
  /** Decides the order of images and what is done to each by chance: a whole number, `0..2^53-1`. @default 0 */
  readonly seed?: number | undefined;
  /** Whether images come in another order in each epoch, or in their own. @default true */
  readonly shuffle?: boolean | undefined;
  /** Whether images that do not fill a last batch are left out of an epoch. @default false */
  readonly dropLast?: boolean | undefined;
  /** Whether batches are prepared in a worker, or in this thread with 0. The bytes are the same. @default 1 */
  readonly workers?: 0 | 1 | undefined;
  /** What starts the worker. @default that of the platform */
  readonly spawn?: SpawnWorker | undefined;
}

/** A job, and how much of it an epoch is. */
export interface CheckedOptions {
  readonly job: BatchJob;
  readonly imageCount: number;
  readonly batchCount: number;
  readonly isInline: boolean;
}

type Settings = Pick<
  BatchSourceOptions,
  'classCount' | 'batchSize' | 'seed' | 'shuffle' | 'dropLast' | 'workers'
>;

const OWNER = 'createBatchSource';
const RULES: OptionRules<Settings> = {
  classCount: whole(1, { min: 1 }),
  batchSize: whole(128, { min: 1 }),
  seed: whole(0, { min: 0 }),
  shuffle: flag(true),
  dropLast: flag(false),
  workers: whole(1, { min: 0, max: 1 }) as OptionRules<Settings>['workers'],
};

/** @throws {TransformError} `E_OPTION`, `E_SHAPE`, `E_PIPELINE` - what is given is not valid or does not fit together. */
export function checkOptions(options: BatchSourceOptions): CheckedOptions {
  const { images, labels, pipeline, spawn: _, ...settings } = options;
  const resolved = resolveOptions(OWNER, RULES, settings, (text) => new TransformError('E_OPTION', text));
  const { classCount, batchSize, seed, shuffle, dropLast, workers } = resolved;
  const { imageCount: all } = imageShape(OWNER, images);
  requireLabels(labels, all, classCount);
  const batchCount = dropLast ? Math.floor(all / batchSize) : Math.ceil(all / batchSize);
  return {
    job: { images, labels, classCount, pipeline: compose(pipeline.steps).toJSON(), batchSize, seed, shuffle },
    imageCount: Math.min(all, batchCount * batchSize),
    batchCount,
    isInline: workers === 0,
  };
}

function requireLabels(labels: Uint8Array, imageCount: number, classCount: number): void {
  if (labels.length !== imageCount)
    throw new TransformError(
      'E_SHAPE',
      `${OWNER}.labels: expected one for each of ${imageCount} images, got ${labels.length}`,
    );
  const wrong = labels.findIndex((label) => label >= classCount);
  if (wrong >= 0)
    throw new TransformError(
      'E_OPTION',
      `${OWNER}.labels: expected 0..${classCount - 1}, got ${labels[wrong]} at ${wrong}`,
    );
}

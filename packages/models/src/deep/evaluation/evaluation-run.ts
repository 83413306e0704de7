import { type OptionRules, type ProgressListener, whole } from '@fashion-mnist/core';
import { resolveOptions } from '../../options/resolve-options.ts';

/** What every function takes that lets a network answer for many images. */
export interface EvaluationRun {
  /** Images that are computed at once. @default 250 */
  readonly batchSize?: number | undefined;
  /** Ends the work between two batches; rejects with its reason. */
  readonly signal?: AbortSignal | undefined;
  /** Stage: `evaluate` (images), after each batch. */
  readonly onProgress?: ProgressListener | undefined;
}

/** Answers may be made of an image and its mirror image. */
export interface FlipOption {
  /** Whether the answer is the mean of those for the image and for its horizontal mirror image. @default false */
  readonly flips?: boolean | undefined;
}

const RULES: OptionRules<Pick<EvaluationRun, 'batchSize'>> = { batchSize: whole(250, { min: 1 }) };

/** @throws {ModelsError} `E_OPTION` - it is no whole number from 1. */
export function batchSizeOf(owner: string, batchSize: number | undefined): number {
  return resolveOptions(owner, RULES, { batchSize }).batchSize;
}

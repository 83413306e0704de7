import type { NdArray } from '@fashion-mnist/core';
import type { Pixels } from '../images/images.ts';
import type { PipelineDocument } from '../pipeline/pipeline-document.ts';

/** All that batches follow from, in a form that crosses to another thread. */
export interface BatchJob {
  /** Shape `[imageCount, height, width]`. */
  readonly images: NdArray<Pixels>;
  readonly labels: Uint8Array;
  readonly classCount: number;
  readonly pipeline: PipelineDocument;
  readonly batchSize: number;
  readonly seed: number;
  readonly shuffle: boolean;
}

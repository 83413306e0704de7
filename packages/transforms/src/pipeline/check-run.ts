import { TransformError } from '../errors.ts';
import type { Batch } from '../images/batch.ts';
import { requirePixels } from '../images/images.ts';
import { requireArray } from '../images/require-array.ts';
import { imageRandom } from '../random/image-random.ts';
import type { PipelineRun } from './pipeline.ts';

/** Checks what no step would: a wrong answer must not come from images, labels and indices that do not fit together. */
export function checkRun(owner: string, batch: Batch, { pool, ...run }: PipelineRun): void {
  const imageCount = checkBatch(owner, batch);
  if (pool !== undefined && checkBatch(`${owner}.pool`, pool) === 0)
    throw new TransformError('E_SHAPE', `${owner}.pool: expected at least one image, got none`);
  imageRandom(owner, run, imageCount);
}

/** @returns How many images there are. */
function checkBatch(owner: string, { images, labels }: Batch): number {
  requirePixels(owner, images);
  const [imageCount] = images.shape;
  if (imageCount === undefined)
    throw new TransformError(
      'E_SHAPE',
      `${owner}: expected [imageCount, height, width], got a single number`,
    );
  if (labels === undefined) return imageCount;
  requireArray(`${owner}.labels`, labels);
  if (labels.shape.length !== 2 || labels.shape[0] !== imageCount)
    throw new TransformError(
      'E_SHAPE',
      `${owner}.labels: expected [${imageCount}, classCount], got [${labels.shape.join(', ')}]; see oneHot`,
    );
  return imageCount;
}

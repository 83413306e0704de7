import { TransformError } from '../errors.ts';
import type { Batch } from '../images/batch.ts';
import type { Pixels } from '../images/images.ts';
import { requireRoom } from './execution/collect-images.ts';
import { execute } from './execution/execute.ts';
import { rowsBetween } from './execution/rows.ts';
import type { Stage } from './execution/stage.ts';
import type { PipelineRun } from './pipeline.ts';

/**
 * Makes sure, before anything is computed, that a result can be written: what the stages make of no image has its kind and
 * its size.
 *
 * @throws {TransformError} `E_OPTION` - the memory has another kind or length, or shares a part with images or labels.
 */
export async function checkInto(
  into: Pixels,
  { images, labels }: Batch,
  stages: readonly Stage[],
  { seed, epoch, pool, signal }: PipelineRun,
): Promise<void> {
  const none = { images: rowsBetween(images, 0, 0), labels: labels && rowsBetween(labels, 0, 0) };
  const result = await execute(stages, none, { seed, epoch, pool, signal });
  const [, ...imageShape] = result.images.shape;
  requireRoom(into, result.images.data, [images.shape[0] ?? 0, ...imageShape]);
  if (overlap(into, images.data) && !areSame(into, images.data)) throw shared('images');
  if (labels !== undefined && overlap(into, labels.data)) throw shared('labels');
}

function overlap(a: Pixels, b: Pixels): boolean {
  const [start, end] = [Math.max(a.byteOffset, b.byteOffset), Math.min(endOf(a), endOf(b))];
  return a.buffer === b.buffer && start < end;
}

function areSame(a: Pixels, b: Pixels): boolean {
  return a.byteOffset === b.byteOffset && endOf(a) === endOf(b);
}

function endOf({ byteOffset, byteLength }: Pixels): number {
  return byteOffset + byteLength;
}

function shared(what: string): TransformError {
  return new TransformError(
    'E_OPTION',
    `into: expected memory of its own, or exactly that of the images, got a part of it shared with the ${what}`,
  );
}

import type { NdArray } from '@fashion-mnist/core';
import { TransformError } from '../errors.ts';
import type { Batch } from '../images/batch.ts';
import type { Pixels } from '../images/images.ts';
import { requireRoom } from './execution/collect-images.ts';
import { execute } from './execution/execute.ts';
import { rowsBetween } from './execution/rows.ts';
import type { Stage } from './execution/stage.ts';
import type { PipelineRun } from './pipeline.ts';

/** @throws {TransformError} `E_OPTION` - the memory has another kind or length, or shares a part with images or labels. */
export type CheckInto = (into: Pixels, batch: Batch, run: PipelineRun) => Promise<void>;

/** What makes sure, before anything is computed, that the result of these stages can be written. */
export function createIntoCheck(stages: readonly Stage[]): CheckInto {
  const resultOf = rememberLast((batch, run) => resultOfNone(stages, batch, run));
  return async (into, batch, run) => {
    const { images, labels } = batch;
    const result = await resultOf(batch, run);
    const [, ...imageShape] = result.shape;
    requireRoom(into, result.data, [images.shape[0] ?? 0, ...imageShape]);
    if (overlap(into, images.data) && !areSame(into, images.data)) throw shared('images');
    if (labels !== undefined && overlap(into, labels.data)) throw shared('labels');
  };
}

type ResultOf = (batch: Batch, run: PipelineRun) => Promise<NdArray<Pixels>>;

/** What stages make of no image: it has the kind and the size of the result of many. */
async function resultOfNone(
  stages: readonly Stage[],
  { images, labels }: Batch,
  { seed, epoch, pool, signal }: PipelineRun,
): Promise<NdArray<Pixels>> {
  const none = { images: rowsBetween(images, 0, 0), labels: labels && rowsBetween(labels, 0, 0) };
  return (await execute(stages, none, { seed, epoch, pool, signal })).images;
}

/** Batches of one training have images of one size and kind. */
function rememberLast(resultOf: ResultOf): ResultOf {
  let last: { readonly kind: string; readonly result: NdArray<Pixels> } | undefined;
  return async (batch, run) => {
    const { data, shape } = batch.images;
    const kind = `${data instanceof Uint8Array ? 'bytes' : 'float32'} ${shape.slice(1).join(' ')}`;
    if (last?.kind !== kind) last = { kind, result: await resultOf(batch, run) };
    return last.result;
  };
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

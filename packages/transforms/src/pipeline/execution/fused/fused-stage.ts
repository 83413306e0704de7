import type { NdArray } from '@fashion-mnist/core';
import type { PictureSize } from '../../../augmentation/editing/picture-size.ts';
import type { Batch } from '../../../images/batch.ts';
import type { Pixels } from '../../../images/images.ts';
import { resolveOperationOptions } from '../../../options/resolve-options.ts';
import { imageRandom } from '../../../random/image-random.ts';
import type { StepRun } from '../../operation.ts';
import type { PreparedStep } from '../prepare-step.ts';
import { allocate as newPixels, type Stage } from '../stage.ts';
import { byteValues } from './byte-values.ts';
import { type BoundEdit, editBytes, editValues } from './one-pass.ts';

/** Each byte once, as one image. */
const EVERY_BYTE: NdArray<Pixels> = {
  data: Uint8Array.from({ length: 256 }, (_, byte) => byte),
  shape: [1, 16, 16],
};

/**
 * Steps in one pass over each image of bytes, while the processor's cache has it: edits in place, then a look-up of what
 * pixelwise steps make of a byte, then edits of these values. The result is what the steps give one after the other,
 * which is also how images are done that cannot go this way: float32, or where a step changes their size.
 */
export function fusedStage(steps: readonly PreparedStep[]): Stage {
  const isPixelwise = ({ operation }: PreparedStep) => operation.pixelwise !== undefined;
  const first = steps.findIndex(isPixelwise);
  const before = first < 0 ? steps : steps.slice(0, first);
  const pixelwise = steps.filter(isPixelwise);
  const after = steps.slice(before.length + pixelwise.length);
  const values = pixelwise.length === 0 ? undefined : byteValues(valuesOfBytes(pixelwise));

  return {
    needsWholeBatch: false,
    async run(batch, run, allocate) {
      const { images, labels } = batch;
      const size = sizeOf(images);
      const edits = before.flatMap((step) => boundEdit(step, size, run) ?? []);
      const laterEdits = after.flatMap((step) => boundEdit(step, size, run) ?? []);
      const isWhole = edits.length === before.length && laterEdits.length === after.length;
      if (!(isOfBytes(images) && isWhole)) return oneByOne(steps, batch, run);
      await oneByOne(steps, { images: { data: new Uint8Array(), shape: [0, size.height, size.width] } }, run);
      const data =
        values === undefined
          ? editBytes(images, edits, allocate(Uint8Array, images.shape))
          : editValues(images, edits, values, laterEdits, allocate(Float32Array, images.shape));
      return { images: { data, shape: images.shape }, labels };
    },
  };
}

function valuesOfBytes(steps: readonly PreparedStep[]): Float32Array {
  const { data } = steps.reduce(
    (images, { operation, options }) => operation.pixelwise?.(images, options) ?? images,
    EVERY_BYTE,
  );
  return Float32Array.from(data);
}

/** The edit that a step is to images of this size, with its random numbers; undefined where it is none. */
function boundEdit(
  { operation, options, name, place }: PreparedStep,
  size: PictureSize,
  { random }: StepRun,
): BoundEdit | undefined {
  const edit = operation.edit?.(resolveOperationOptions(name, operation.rules, options), size);
  return edit && { edit, random: imageRandom(name, { ...random, stream: place }) };
}

async function oneByOne(steps: readonly PreparedStep[], batch: Batch, run: StepRun): Promise<Batch> {
  let result = batch;
  for (const step of steps) result = await step.run(result, run, newPixels);
  return result;
}

function sizeOf({ shape }: NdArray): PictureSize {
  const [, height = 0, width = 0] = shape;
  return { height, width };
}

function isOfBytes(images: NdArray<Pixels>): images is NdArray<Uint8Array> {
  return images.data instanceof Uint8Array && images.shape.length === 3;
}

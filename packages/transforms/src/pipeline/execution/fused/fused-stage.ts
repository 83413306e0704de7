import type { NdArray } from '@fashion-mnist/core';
import type { PictureSize } from '../../../augmentation/editing/picture-size.ts';
import type { Batch } from '../../../images/batch.ts';
import type { Pixels } from '../../../images/images.ts';
import type { StepRun } from '../../operation.ts';
import type { PreparedStep } from '../prepare-step.ts';
import { allocate as newPixels, type Stage } from '../stage.ts';
import { createPass, type Pass } from './pass.ts';
import { passParts } from './pass-parts.ts';

/**
 * Steps in one pass over each image of bytes, while the processor's cache has it. The result is what the steps give one
 * after the other, which is also how images are done that cannot go this way: float32, or where a step changes their size.
 *
 * @returns undefined when there is no such pass for any image.
 */
export function fusedStage(steps: readonly PreparedStep[]): Stage | undefined {
  const parts = passParts(steps);
  if (parts === undefined) return undefined;
  const passFor = rememberLast((size) => createPass(parts, size));
  let accepted: Pass | undefined;
  return {
    needsWholeBatch: false,
    async run(batch, run, allocate) {
      const { images, labels } = batch;
      const size = sizeOf(images);
      const pass = isOfBytes(images) ? passFor(size) : undefined;
      if (!isOfBytes(images) || pass === undefined) return oneByOne(steps, batch, run);
      if (pass !== accepted) await refuseAsTheyDo(steps, size, run);
      accepted = pass;
      return { images: { data: pass(images, run.random, allocate), shape: images.shape }, labels };
    },
  };
}

/** Images of one pipeline have one size, most often; what is made for it is made once, which is also what V8 optimizes. */
function rememberLast(create: (size: PictureSize) => Pass | undefined): typeof create {
  let last: { readonly size: PictureSize; readonly pass: Pass | undefined } | undefined;
  return (size) => {
    if (last?.size.height !== size.height || last.size.width !== size.width)
      last = { size, pass: create(size) };
    return last.pass;
  };
}

/** Lets the steps check what they check of images and options, on no image. */
async function refuseAsTheyDo(
  steps: readonly PreparedStep[],
  { height, width }: PictureSize,
  run: StepRun,
): Promise<void> {
  const random = { ...run.random, firstIndex: undefined, indices: undefined };
  await oneByOne(
    steps,
    { images: { data: new Uint8Array(), shape: [0, height, width] } },
    { ...run, random },
  );
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

import type { NdArray } from '@fashion-mnist/core';
import { type Canvas, pixelCanvas } from '../../../augmentation/editing/canvas.ts';
import type { CanvasEdit } from '../../../augmentation/editing/canvas-edit.ts';
import type { PictureSize } from '../../../augmentation/editing/picture-size.ts';
import { imageKernels } from '../../../compiled/image-kernels.ts';
import type { Pixels } from '../../../images/images.ts';
import { resolveOperationOptions } from '../../../options/resolve-options.ts';
import { type ImageRandom, imageRandom } from '../../../random/image-random.ts';
import type { RandomOptions } from '../../../random/random-options.ts';
import type { PreparedStep } from '../prepare-step.ts';
import type { Allocate } from '../stage.ts';
import { deferredCanvas } from './deferred-canvas.ts';
import type { PassParts } from './pass-parts.ts';
import { valueBlock } from './value-block.ts';

/** Goes once over images of one size; gives their pixels. */
export type Pass = (images: NdArray<Uint8Array>, random: RandomOptions, allocate: Allocate) => Pixels;

/** @returns undefined when a step gives images of another size. */
export function createPass({ edits, values, laterEdits }: PassParts, size: PictureSize): Pass | undefined {
  const first = editsOf(edits, size);
  const later = editsOf(laterEdits, size);
  if (first === undefined || later === undefined) return undefined;
  return values === undefined ? passOverBytes(first, size) : passToValues(first, values, later, size);
}

/** Copies images, and edits them there. */
function passOverBytes(edits: readonly PlacedEdit[], size: PictureSize): Pass {
  return ({ data, shape }, random, allocate) => {
    const target = allocate(Uint8Array, shape);
    target.set(data);
    const canvas = pixelCanvas(target, size);
    const bound = withRandom(edits, random, shape[0] as number);
    const pixelCount = size.height * size.width;
    for (let image = 0; image < (shape[0] as number); image++) {
      canvas.goTo(image * pixelCount);
      editImage(canvas, image, bound);
    }
    return target;
  };
}

/** Edits each image on a canvas that looks up the values of its bytes, and edits these; block by block. */
function passToValues(
  edits: readonly PlacedEdit[],
  values: Float32Array,
  laterEdits: readonly PlacedEdit[],
  size: PictureSize,
): Pass {
  const pixelCount = size.height * size.width;
  const block = valueBlock(size, imageKernels());
  const canvas = deferredCanvas(size, block);
  const later = pixelCanvas(block.result, size);
  return ({ data, shape }, random, allocate) => {
    const pixels = allocate(Float32Array, shape);
    const imageCount = shape[0] as number;
    const bound = withRandom(edits, random, imageCount);
    const laterBound = withRandom(laterEdits, random, imageCount);
    block.values.set(values);
    for (let first = 0; first < imageCount; first += block.imageCount) {
      const end = Math.min(first + block.imageCount, imageCount);
      block.bytes.set(data.subarray(first * pixelCount, end * pixelCount));
      for (let image = first, start = 0; image < end; image++, start += pixelCount) {
        canvas.goTo(start);
        editImage(canvas, image, bound);
        canvas.draw();
        later.goTo(start);
        editImage(later, image, laterBound);
      }
      pixels.set(block.result.subarray(0, (end - first) * pixelCount), first * pixelCount);
    }
    return pixels;
  };
}

/** An edit, and the step whose random numbers it draws from. */
interface PlacedEdit {
  readonly step: PreparedStep;
  readonly edit: CanvasEdit;
}

interface BoundEdit {
  readonly edit: CanvasEdit;
  readonly random: ImageRandom;
}

function editsOf(steps: readonly PreparedStep[], size: PictureSize): readonly PlacedEdit[] | undefined {
  const edits = steps.flatMap((step) => {
    const { operation, options, name } = step;
    const edit = operation.edit?.(resolveOperationOptions(name, operation.rules, options), size);
    return edit === undefined ? [] : [{ step, edit }];
  });
  return edits.length === steps.length ? edits : undefined;
}

function withRandom(
  edits: readonly PlacedEdit[],
  random: RandomOptions,
  imageCount: number,
): readonly BoundEdit[] {
  return edits.map(({ step: { name, place }, edit }) => {
    return { edit, random: imageRandom(name, { ...random, stream: place }, imageCount) };
  });
}

function editImage(canvas: Canvas, image: number, edits: readonly BoundEdit[]): void {
  for (let place = 0; place < edits.length; place++) {
    const { edit, random } = edits[place] as BoundEdit;
    random.start(image);
    edit(canvas, random);
  }
}

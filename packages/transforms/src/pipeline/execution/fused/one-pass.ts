import type { NdArray } from '@fashion-mnist/core';
import { type Canvas, pixelCanvas } from '../../../augmentation/editing/canvas.ts';
import type { CanvasEdit } from '../../../augmentation/editing/canvas-edit.ts';
import type { PictureSize } from '../../../augmentation/editing/picture-size.ts';
import type { ImageRandom } from '../../../random/image-random.ts';
import type { ByteValues } from './byte-values.ts';
import { deferredCanvas } from './deferred-canvas.ts';

/** An edit with the random numbers that it draws from. */
export interface BoundEdit {
  readonly edit: CanvasEdit;
  readonly random: ImageRandom;
}

/** Copies images to the target, and edits them there. */
export function editBytes(
  images: NdArray<Uint8Array>,
  edits: readonly BoundEdit[],
  target: Uint8Array,
): Uint8Array {
  const { imageCount, size, pixelCount } = sizesOf(images);
  const canvas = pixelCanvas(target, size);
  target.set(images.data);
  for (let image = 0; image < imageCount; image++) {
    canvas.goTo(image * pixelCount);
    editImage(canvas, image, edits);
  }
  return target;
}

/** Edits each image while the values of its bytes are looked up, and edits these in the target. */
export function editValues(
  images: NdArray<Uint8Array>,
  edits: readonly BoundEdit[],
  values: ByteValues,
  laterEdits: readonly BoundEdit[],
  target: Float32Array,
): Float32Array {
  const { imageCount, size, pixelCount } = sizesOf(images);
  const bytes = deferredCanvas(images.data, size, values, target);
  const floats = pixelCanvas(target, size);
  for (let image = 0; image < imageCount; image++) {
    const start = image * pixelCount;
    bytes.goTo(start);
    editImage(bytes, image, edits);
    bytes.draw(start);
    floats.goTo(start);
    editImage(floats, image, laterEdits);
  }
  return target;
}

function editImage(canvas: Canvas, image: number, edits: readonly BoundEdit[]): void {
  for (const { edit, random } of edits) {
    random.start(image);
    edit(canvas, random);
  }
}

function sizesOf({ shape: [imageCount = 0, height = 0, width = 0] }: NdArray): {
  readonly imageCount: number;
  readonly size: PictureSize;
  readonly pixelCount: number;
} {
  return { imageCount, size: { height, width }, pixelCount: height * width };
}

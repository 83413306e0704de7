import type { NdArray } from '@fashion-mnist/core';
import type { ImageEdit } from '../../../augmentation/editing/image-edit.ts';
import type { Pixels } from '../../../images/images.ts';
import type { ImageRandom } from '../../../random/image-random.ts';
import { type ByteValues, lookUpOf } from './byte-values.ts';

/** An edit with the random numbers that it draws from. */
export interface BoundEdit {
  readonly edit: ImageEdit;
  readonly random: ImageRandom;
}

/** Copies images to the target, and edits them there. */
export function editBytes(
  { data, shape }: NdArray<Uint8Array>,
  edits: readonly BoundEdit[],
  target: Uint8Array,
): Uint8Array {
  const [imageCount = 0, height = 0, width = 0] = shape;
  target.set(data);
  for (let image = 0; image < imageCount; image++) editImage(target, image * height * width, image, edits);
  return target;
}

/** Edits a copy of each image, looks up the values of its bytes, and edits these in the target. */
export function editValues(
  { data, shape }: NdArray<Uint8Array>,
  edits: readonly BoundEdit[],
  values: ByteValues,
  laterEdits: readonly BoundEdit[],
  target: Float32Array,
): Float32Array {
  const [imageCount = 0, height = 0, width = 0] = shape;
  const size = height * width;
  const bytes = new Uint8Array(size);
  const lookUp = lookUpOf(values, bytes, target);
  for (let image = 0; image < imageCount; image++) {
    const start = image * size;
    bytes.set(data.subarray(start, start + size));
    editImage(bytes, 0, image, edits);
    lookUp(start);
    editImage(target, start, image, laterEdits);
  }
  return target;
}

function editImage(pixels: Pixels, start: number, image: number, edits: readonly BoundEdit[]): void {
  for (const { edit, random } of edits) {
    random.start(image);
    edit(pixels, start, random);
  }
}

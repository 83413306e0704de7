/** Width and height of every picture, in pixels. */
export const PICTURE_SIZE = 28;

/** Pixels of one picture. A view, not a copy. */
export function pictureOf(images: Uint8Array, sample: number): Uint8Array {
  const length = PICTURE_SIZE * PICTURE_SIZE;
  return images.subarray(sample * length, (sample + 1) * length);
}

import type { PictureSize } from '../../../augmentation/editing/picture-size.ts';
import { type DrawValues, HELD_PIXELS, type ImageKernels } from '../../../compiled/image-kernels.ts';
import { plainDrawValues } from './plain-draw-values.ts';

/** Memory for some images of bytes and for what is drawn of them. Compiled kernels have one, for whoever works now. */
export interface ValueBlock {
  readonly imageCount: number;
  /** The value of each byte. */
  readonly values: Float32Array;
  readonly bytes: Uint8Array;
  readonly result: Float32Array;
  readonly drawValues: DrawValues;
}

/** Few enough for the processor's cache, as bytes of 28 x 28 pixels. */
const MOST_IMAGES = 64;

/** @param kernels - undefined for plain TypeScript, which also does images that are too large for compiled kernels. */
export function valueBlock({ height, width }: PictureSize, kernels: ImageKernels | undefined): ValueBlock {
  const pixelCount = Math.max(1, height * width);
  const imageCount = Math.max(1, Math.min(MOST_IMAGES, Math.floor(HELD_PIXELS / pixelCount)));
  if (kernels === undefined || pixelCount > HELD_PIXELS) return plainBlock(imageCount, pixelCount);
  return { ...kernels, imageCount };
}

function plainBlock(imageCount: number, pixelCount: number): ValueBlock {
  const values = new Float32Array(256);
  const bytes = new Uint8Array(imageCount * pixelCount);
  const result = new Float32Array(imageCount * pixelCount);
  return { imageCount, values, bytes, result, drawValues: plainDrawValues(values, bytes, result) };
}

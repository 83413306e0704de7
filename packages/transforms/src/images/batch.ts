import type { NdArray } from '@fashion-mnist/core';
import type { Pixels } from './images.ts';

/** Pictures and, where they are known, their labels. */
export interface Batch<P extends Pixels = Pixels> {
  /** Shape `[imageCount, height, width]`. */
  readonly images: NdArray<P>;
  /** One number per image and class, shape `[imageCount, classCount]`, each row with the sum 1. */
  readonly labels?: NdArray<Float32Array> | undefined;
}

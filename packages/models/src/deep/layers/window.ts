import { type OptionRule, oneOf } from '@fashion-mnist/core';
import { type Extent, heightAndWidth } from './layer-options.ts';
import { type Shape, shapeError } from './shape.ts';

/**
 * What is around an image: with `same` as many zeros as windows need to stand at every stride-th pixel, more of them after
 * than before where their number is odd; with `valid` nothing.
 */
export type Padding = 'same' | 'valid';

/** How a window goes over an image. */
export interface SlidingWindow {
  readonly size: Extent;
  readonly stride: Extent;
  readonly padding: Padding;
  readonly dilation?: Extent;
}

/** The rule of a padding. */
export function paddingRule(defaultValue: Padding): OptionRule<Padding> {
  return oneOf<Padding>(defaultValue, ['same', 'valid']);
}

/**
 * At how many places a window stands, as `[height, width]`.
 *
 * @throws {ModelsError} `E_SHAPE` - it is larger than the image.
 */
export function windowPositions(
  kind: string,
  [imageHeight, imageWidth, channels]: readonly [number, number, number],
  { size, stride, padding, dilation = 1 }: SlidingWindow,
): readonly [height: number, width: number] {
  const [stepY, stepX] = heightAndWidth(stride);
  if (padding === 'same') return [Math.ceil(imageHeight / stepY), Math.ceil(imageWidth / stepX)];
  const [spanY, spanX] = spanOf(size, dilation);
  if (spanY > imageHeight || spanX > imageWidth) {
    const shape: Shape = [imageHeight, imageWidth, channels];
    throw shapeError(kind, `at least [${spanY}, ${spanX}] (the window's; or padding: 'same')`, shape);
  }
  return [Math.floor((imageHeight - spanY) / stepY) + 1, Math.floor((imageWidth - spanX) / stepX) + 1];
}

/** Zeros that `same` puts before and after an axis, as TensorFlow counts them. */
export function sameMargin(length: number, size: number, stride: number): [before: number, after: number] {
  const missing = Math.max((Math.ceil(length / stride) - 1) * stride + size - length, 0);
  return [Math.floor(missing / 2), Math.ceil(missing / 2)];
}

function spanOf(size: Extent, dilation: Extent): readonly [number, number] {
  const [height, width] = heightAndWidth(size);
  const [dilationY, dilationX] = heightAndWidth(dilation);
  return [(height - 1) * dilationY + 1, (width - 1) * dilationX + 1];
}

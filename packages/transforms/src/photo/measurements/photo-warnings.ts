import type { ImageDescription } from './describe-image.ts';
import { FASHION_MNIST_MEASUREMENTS } from './fashion-mnist-measurements.ts';
import type { MeasuredRange } from './measure-images.ts';

/** What is unusual about a photo or the image that it became. Codes are stable; messages are not. */
export type PhotoWarningCode =
  /** Two or more corners of the photo are not close to white: its background becomes part of the image. */
  | 'W_PHOTO_BACKGROUND'
  /** The background was removed, but it is not sure that the thing alone is left. */
  | 'W_PHOTO_REMOVAL'
  /** What was left after trimming is smaller than the image, and was enlarged. */
  | 'W_PHOTO_ENLARGED'
  /** The longest edge of the content is shorter than 27 pixels. */
  | 'W_PHOTO_SMALL'
  /** The content is not in the middle. */
  | 'W_PHOTO_OFF_CENTRE'
  /** The pixel at the top left is not 0. */
  | 'W_PHOTO_CORNER'
  /** More or fewer pixels are 0 than in 99.8 % of the images. */
  | 'W_PHOTO_ZEROS'
  /** More pixels are 255 than in 99.9 % of the images: the thing is very dark. */
  | 'W_PHOTO_DARK'
  /** The mean of the content is beyond 99.8 % of the images: the thing is very pale or dark. */
  | 'W_PHOTO_BRIGHTNESS'
  /** The content is narrower or wider than in 99.8 % of the images. */
  | 'W_PHOTO_ASPECT';

/** Something that almost no image of the dataset shows. */
export interface PhotoWarning {
  readonly code: PhotoWarningCode;
  /** What was found, and what the dataset shows or what to do. */
  readonly message: string;
}

const { aspectRange, zeroShareRange, fullShareRange, contentMeanRange } = FASHION_MNIST_MEASUREMENTS;

/** In the dataset 28 or 27, and less in one image of 3,000. */
const LEAST_LONGEST_EDGE = 27;

/**
 * What of an image almost no image of Fashion-MNIST shows, by `FASHION_MNIST_MEASUREMENTS`.
 *
 * @returns Empty for 99 % of the dataset's own images.
 */
export function imageWarnings(image: ImageDescription): readonly PhotoWarning[] {
  const { left, right, top, bottom } = image;
  return [
    ...warnIf(
      image.longestEdge < LEAST_LONGEST_EDGE,
      'W_PHOTO_SMALL',
      `the longest edge of the content is ${image.longestEdge} pixels; in the dataset it is 28 or 27`,
    ),
    ...warnIf(
      Math.abs(left - right) > 1 || Math.abs(top - bottom) > 1,
      'W_PHOTO_OFF_CENTRE',
      `the content has ${left} and ${right} pixels of room at the left and right, ${top} and ${bottom} above and below; in the dataset they differ by 1 at most`,
    ),
    ...warnIf(
      image.cornerPixel !== 0,
      'W_PHOTO_CORNER',
      `the pixel at the top left is ${image.cornerPixel}; in the dataset it is 0`,
    ),
    ...warnBeyond('W_PHOTO_ZEROS', 'the share of pixels that are 0', image.zeroShare, zeroShareRange),
    ...warnBeyond('W_PHOTO_DARK', 'the share of pixels that are 255', image.fullShare, fullShareRange),
    ...warnBeyond('W_PHOTO_BRIGHTNESS', 'the mean of the content', image.contentMean, contentMeanRange),
    ...warnBeyond('W_PHOTO_ASPECT', 'the width of the content by its height', image.aspect, aspectRange),
  ];
}

/** One warning or none. */
export function warnIf(isUnusual: boolean, code: PhotoWarningCode, message: string): readonly PhotoWarning[] {
  return isUnusual ? [{ code, message }] : [];
}

function warnBeyond(
  code: PhotoWarningCode,
  what: string,
  value: number,
  [least, most]: MeasuredRange,
): readonly PhotoWarning[] {
  return warnIf(
    value < least || value > most,
    code,
    `${what} is ${toDigits(value)}; in the dataset it is ${toDigits(least)} to ${toDigits(most)}`,
  );
}

function toDigits(value: number): string {
  return String(Number(value.toPrecision(3)));
}

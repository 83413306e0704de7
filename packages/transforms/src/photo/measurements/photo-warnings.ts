import type { ImageDescription } from './describe-image.ts';

/** What is unusual about a converted photo. Codes are stable; messages are not. */
export type PhotoWarningCode =
  /** The content is smaller than in the dataset: its longest edge is not 28 or 27 pixels. */
  | 'W_PHOTO_SMALL'
  /** The content is not in the middle. */
  | 'W_PHOTO_OFF_CENTRE'
  /** A corner of the image is not 0. */
  | 'W_PHOTO_CORNER'
  /** Fewer or more pixels are 0 than in almost all images: the background was not white, or the thing is pale. */
  | 'W_PHOTO_ZEROS'
  /** More pixels are 255 than in almost all images: the thing is very dark. */
  | 'W_PHOTO_DARK'
  /** The content is narrower or wider than in almost all images. */
  | 'W_PHOTO_ASPECT'
  /** Nothing could be trimmed: the background at the edges is of more than one colour. */
  | 'W_PHOTO_UNTRIMMED'
  /** The photo had to be enlarged to 28 pixels. */
  | 'W_PHOTO_ENLARGED'
  /** It is not sure what of the photo is its background. */
  | 'W_PHOTO_BACKGROUND';

/** Something that the images of the dataset do not show. */
export interface PhotoWarning {
  readonly code: PhotoWarningCode;
  /** What was found, what the dataset shows, and what to do. */
  readonly message: string;
}

/** What an image shows that almost no image of Fashion-MNIST does. */
export function imageWarnings({ longestEdge }: ImageDescription): readonly PhotoWarning[] {
  return longestEdge < 27
    ? [
        {
          code: 'W_PHOTO_SMALL',
          message: `the longest edge is ${longestEdge} pixels, in the dataset 28 or 27`,
        },
      ]
    : [];
}

import type { ImageDataset } from '@fashion-mnist/core';
import { VisualizeError } from '../errors.ts';
import type { GrayPicture } from './encode-png.ts';
import { tileImages } from './tile-images.ts';

/** How many pictures `spriteSheet` shows. */
export interface SpriteSheetOptions {
  /** Pictures per row, at least 1. @default 30 */
  readonly columns?: number;
  /** Rows per class, at least 1. @default 3 */
  readonly rowsPerClass?: number;
}

const DEFAULTS = Object.freeze({ columns: 30, rowsPerClass: 3 } satisfies Required<SpriteSheetOptions>);

/**
 * The first pictures of each class side by side: the arrangement of the original's figure, three rows for each class.
 * Places for which a class has no picture stay black.
 *
 * @returns A grey picture, shape `[classCount * rowsPerClass * height, columns * width]`.
 * @throws {VisualizeError} `E_OPTION` - a count is not a whole number >= 1.
 * @see github.com/zalandoresearch/fashion-mnist, doc/img/fashion-mnist-sprite.png
 */
export function spriteSheet(dataset: ImageDataset, options: SpriteSheetOptions = {}): GrayPicture {
  const { columns, rowsPerClass } = { ...DEFAULTS, ...options };
  if (!Number.isInteger(rowsPerClass) || rowsPerClass < 1) {
    throw new VisualizeError('E_OPTION', `rowsPerClass: expected a whole number >= 1, got ${rowsPerClass}`);
  }
  const places = columns * rowsPerClass;
  const indices = dataset.classNames.flatMap((_, label) => firstOfClass(dataset.labels, label, places));
  return tileImages(dataset.images, { indices, columns });
}

/** Infinity, an image that no dataset has, stands where the class has no more. */
function firstOfClass(labels: Uint8Array, label: number, count: number): number[] {
  const found: number[] = [];
  for (let image = 0; image < labels.length && found.length < count; image++) {
    if (labels[image] === label) found.push(image);
  }
  return Array.from({ length: count }, (_, place) => found[place] ?? Infinity);
}

import type { ImageDataset } from '@fashion-mnist/core';
import { VisualizeError } from '../errors.ts';
import type { GrayPicture } from './encode-png.ts';

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
  for (const [name, value] of Object.entries({ columns, rowsPerClass })) {
    if (!Number.isInteger(value) || value < 1)
      throw new VisualizeError('E_OPTION', `${name}: expected a whole number >= 1, got ${value}`);
  }
  const [, height = 0, width = 0] = dataset.images.shape;
  const sheetWidth = columns * width;
  const sheetHeight = dataset.classNames.length * rowsPerClass * height;
  const sheet = new Uint8Array(sheetWidth * sheetHeight);
  const placed = new Uint32Array(dataset.classNames.length);

  dataset.labels.forEach((label, image) => {
    const place = placed[label] ?? 0;
    if (place >= columns * rowsPerClass) return;
    placed[label] = place + 1;
    const top = (label * rowsPerClass + Math.floor(place / columns)) * height;
    const left = (place % columns) * width;
    for (let row = 0; row < height; row++) {
      const from = (image * height + row) * width;
      sheet.set(dataset.images.data.subarray(from, from + width), (top + row) * sheetWidth + left);
    }
  });
  return { data: sheet, shape: [sheetHeight, sheetWidth] };
}

import type { NdArray } from '@fashion-mnist/core';
import { VisualizeError } from '../errors.ts';
import { encodePng } from '../pictures/encode-png.ts';
import { tileImages } from '../pictures/tile-images.ts';

/** A picture larger than that is refused by the projector. */
const MAX_SIDE = 8192;

/**
 * The bytes of a PNG file of all images, dark on white, row by row in a grid with as many rows as columns: what the
 * projector takes pictures from.
 *
 * @throws {VisualizeError} `E_SHAPE` - not images; `E_COUNT` - more than fit into 8192 x 8192 pixels.
 * @remarks The projector multiplies the picture with the colours of points and with what is behind it, which is white.
 * @see github.com/tensorflow/tensorboard, vz_projector/scatterPlotVisualizerSprites.ts: its shader finds rows by the
 * number of rows, not of columns
 */
export function projectorSprite(images: NdArray<Uint8Array>): Uint8Array {
  const [imageCount = 0, height = 0, width = 0] = images.shape;
  const side = Math.ceil(Math.sqrt(imageCount));
  const most = Math.floor(MAX_SIDE / Math.max(height, width)) ** 2;
  if (imageCount > most) {
    throw new VisualizeError(
      'E_COUNT',
      `a sprite of ${MAX_SIDE} x ${MAX_SIDE} pixels holds ${most} images of ${width} x ${height}, got ${imageCount}`,
    );
  }
  const indices = Array.from({ length: side * side }, (_, place) => place);
  const { data, shape } = tileImages(images, { indices, columns: side });
  return encodePng({ data: data.map((pixel) => 255 - pixel), shape });
}

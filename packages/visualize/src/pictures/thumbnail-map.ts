import { elementCount, type NdArray } from '@fashion-mnist/core';
import { classColor } from '../class-colors.ts';
import { parseColor } from '../draw/parse-color.ts';
import { Raster } from '../draw/raster.ts';
import { VisualizeError } from '../errors.ts';
import { encodePng } from './encode-png.ts';
import { requireLabelledMap } from './labelled-map.ts';
import { placePoints } from './place-points.ts';
import { separatePlaces } from './separate-places.ts';

/** How large the file of `thumbnailMap` is, and how its images are coloured. */
export interface ThumbnailMapOptions {
  /** One class per point, for the colours of the images. @default none: grey images */
  readonly labels?: Uint8Array | Int32Array;
  /** In pixels of the file, at least 8 images wide. @default 2400 */
  readonly width?: number;
  /** In pixels of the file, at least 8 images high. @default 1800 */
  readonly height?: number;
  /** What is behind the images. @default 'light' */
  readonly background?: 'dark' | 'light';
}

const GAP = 2;
const THEMES = Object.freeze({
  dark: { paper: '#10141a', ink: '#f0f3f6' },
  light: { paper: '#ffffff', ink: '#1f2328' },
});
const DEFAULTS = Object.freeze({ width: 2400, height: 1800, background: 'light' } as const);

/**
 * The bytes of a PNG file of a map on which each image stands at its place. Where images would cover each other, the
 * one farthest up stands for those around it.
 *
 * @param coordinates - Shape `[imageCount, 2]`, at least one, y up; borrowed.
 * @param images - Shape `[imageCount, height, width]`, 0 is background; borrowed.
 * @throws {VisualizeError} `E_SHAPE` - map, images and labels do not fit, or are not finite; `E_OPTION` - too small a
 * picture.
 */
export function thumbnailMap(
  coordinates: NdArray<Float32Array>,
  images: NdArray<Uint8Array>,
  options: ThumbnailMapOptions = {},
): Uint8Array {
  const { width, height, background } = { ...DEFAULTS, ...options };
  const [imageCount = 0, imageHeight = 0, imageWidth = 0] = images.shape;
  const labels = options.labels ?? new Uint8Array(imageCount);
  requireLabelledMap({ coordinates, labels, classNames: [] });
  requireImages(images, labels.length);
  requireRoom({ width, height }, imageWidth, imageHeight);
  const places = placePoints(coordinates.data, {
    left: imageWidth,
    top: imageHeight,
    width: width - 2 * imageWidth,
    height: height - 2 * imageHeight,
  });
  const { paper, ink } = THEMES[background];
  const raster = new Raster(width, height, paper);
  for (const image of separatePlaces(places, imageWidth + GAP, imageHeight + GAP)) {
    const color = options.labels === undefined ? ink : classColor(labels[image] as number);
    paintImage(raster, images, image, {
      left: Math.round((places[2 * image] as number) - imageWidth / 2),
      top: Math.round((places[2 * image + 1] as number) - imageHeight / 2),
      color,
    });
  }
  return encodePng({ data: raster.data, shape: [height, width, 3] });
}

function requireImages({ data, shape }: NdArray<Uint8Array>, count: number): void {
  if (shape.length === 3 && shape[0] === count && elementCount(shape) === data.length) return;
  throw new VisualizeError(
    'E_SHAPE',
    `expected images [${count}, height, width], got [${shape.join(', ')}] for ${data.length} bytes`,
  );
}

function requireRoom(
  { width, height }: Pick<Raster, 'width' | 'height'>,
  imageWidth: number,
  imageHeight: number,
): void {
  const fits = Number.isInteger(width) && Number.isInteger(height);
  if (fits && width >= 8 * imageWidth && height >= 8 * imageHeight) return;
  throw new VisualizeError(
    'E_OPTION',
    `expected at least ${8 * imageWidth} x ${8 * imageHeight} whole pixels, got ${width} x ${height}`,
  );
}

/** Mixes an image's colour into the raster, as strongly as its pixels are. */
function paintImage(
  raster: Raster,
  { data, shape: [, height = 0, width = 0] }: NdArray<Uint8Array>,
  image: number,
  { left, top, color }: { readonly left: number; readonly top: number; readonly color: string },
): void {
  const rgb = parseColor(color);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const strength = data[(image * height + row) * width + column] as number;
      raster.blend(left + column, top + row, rgb, strength / 255);
    }
  }
}

import type { Raster } from '../raster.ts';
import { largeParts, reach } from './connected.ts';
import { type BackgroundModel, fitBackground } from './fit-background.ts';
import { type Thumbnail, thumbnail } from './thumbnail.ts';
import { whiten } from './whiten.ts';

/** How the background of a photo was found. */
export interface BackgroundRemoval {
  /** Share of the photo that was taken for background, `0..1`. */
  readonly share: number;
  /** Share of the photo's border that was, `0..1`; the rest is of things that reach into it. */
  readonly borderShare: number;
  /** Share of the outline of what is left that differs clearly from the background, `0..1`. */
  readonly outlineShare: number;
  /** How sure it is that the thing alone is left, `0..1`: the product of both. */
  readonly confidence: number;
}

/** Pixels of the copy on which the background is looked for; an image of 28 pixels shows no more. */
const THUMBNAIL_EDGE = 192;

/** Parts smaller than this share of the largest one are dust. */
const DUST = 0.02;

/** An outline is clear where the colours inside are this many times farther away than is still background. */
const CLEAR = 1.5;

/**
 * Makes the background of a photo white: what is like the border of the photo, allowing for light that falls off, and is
 * connected with it; with a soft edge.
 *
 * @param tolerance - How far a colour may be from the background's at its place, as a distance in Oklab; twice what the
 *   border deviates from being even is added, up to the same again.
 * @remarks Deterministic. Shadows that are darker than the tolerance stay, holes that are not open to the border stay
 *   (the handle of a bag), a thing of the background's colour is removed, and a background of several colours or with
 *   patterns is not found: then the confidence is low.
 */
export function removeBackground(
  raster: Raster,
  tolerance: number,
): { readonly raster: Raster; readonly removal: BackgroundRemoval } {
  const picture = thumbnail(raster, THUMBNAIL_EDGE);
  const border = borderPixels(picture);
  const model = fitBackground(picture, border);
  const limit = tolerance + Math.min(tolerance, 2 * model.deviation);
  const isBackground = new Uint8Array(picture.width * picture.height);
  reach(picture, border, (pixel) => (model.distances[pixel] as number) <= limit, isBackground);
  const thing = largeParts(
    picture,
    isBackground.map((bit) => 1 - bit),
    DUST,
  );
  const { width, height } = picture;
  return {
    raster: whiten(raster, { width, height, shares: softened(picture, thing) }),
    removal: describeRemoval(picture, border, thing, model, limit),
  };
}

function describeRemoval(
  picture: Thumbnail,
  border: readonly number[],
  thing: Uint8Array,
  { distances }: BackgroundModel,
  limit: number,
): BackgroundRemoval {
  const borderShare = border.filter((pixel) => thing[pixel] === 0).length / border.length;
  const outline = outlinePixels(picture, thing);
  const isClear = (pixel: number) =>
    neighbours(picture, pixel).some((next) => (distances[next] as number) > CLEAR * limit);
  const outlineShare = outline.filter(isClear).length / Math.max(1, outline.length);
  const thingCount = thing.reduce((count, bit) => count + bit, 0);
  return {
    share: 1 - thingCount / thing.length,
    borderShare,
    outlineShare,
    confidence: borderShare * outlineShare,
  };
}

function borderPixels({ width, height }: Thumbnail): readonly number[] {
  return Array.from({ length: width * height }, (_, pixel) => pixel).filter((pixel) => {
    const x = pixel % width;
    return x === 0 || x === width - 1 || pixel < width || pixel >= width * (height - 1);
  });
}

/** Pixels of a thing with a neighbour that is none. */
function outlinePixels(picture: Thumbnail, thing: Uint8Array): readonly number[] {
  return Array.from(thing.keys()).filter(
    (pixel) => thing[pixel] === 1 && neighbours(picture, pixel).some((next) => thing[next] === 0),
  );
}

/** 1 outside of a thing, and at its outline the share of neighbours that are: there both are mixed. */
function softened(picture: Thumbnail, thing: Uint8Array): Float64Array {
  return Float64Array.from(thing, (bit, pixel) => {
    if (bit === 0) return 1;
    const around = neighbours(picture, pixel);
    return around.filter((next) => thing[next] === 0).length / around.length;
  });
}

/** A pixel and those around it, up to nine. */
function neighbours({ width, height }: Thumbnail, pixel: number): readonly number[] {
  const x = pixel % width;
  const y = Math.floor(pixel / width);
  return [-1, 0, 1].flatMap((down) =>
    [-1, 0, 1].flatMap((right) => {
      const isIn = x + right >= 0 && x + right < width && y + down >= 0 && y + down < height;
      return isIn ? [pixel + down * width + right] : [];
    }),
  );
}

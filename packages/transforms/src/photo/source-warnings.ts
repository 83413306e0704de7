import type { BackgroundRemoval } from './background/remove-background.ts';
import { type PhotoWarning, warnIf } from './measurements/photo-warnings.ts';
import type { Raster } from './raster.ts';

/** How far from white a corner may be, as a share of the largest value: what trimming takes for the same colour. */
const CLOSE_TO_WHITE = 0.05;

/** Below this it is as likely as not that something is wrong. */
const SURE_ENOUGH = 0.5;

/** What in a photo, its trimmed part or the removal of its background makes an unusual image. */
export function sourceWarnings(
  photo: Raster,
  trimmed: Raster,
  removal: BackgroundRemoval | null,
  side: number,
): readonly PhotoWarning[] {
  const darkCornerCount = cornerColors(photo).filter(
    (color) => distanceToWhite(color) > CLOSE_TO_WHITE,
  ).length;
  return [
    ...warnIf(
      removal === null && darkCornerCount >= 2,
      'W_PHOTO_BACKGROUND',
      `${darkCornerCount} of the 4 corners of the photo are not white, so that its background becomes part of the image; have it removed`,
    ),
    ...warnIf(
      removal !== null && removal.confidence < SURE_ENOUGH,
      'W_PHOTO_REMOVAL',
      `the background was removed, but it is only ${Math.round((removal?.confidence ?? 0) * 100)} % sure that the thing alone is left; look at the picture of this step`,
    ),
    ...warnIf(
      Math.max(trimmed.width, trimmed.height) < side,
      'W_PHOTO_ENLARGED',
      `what is left after trimming has ${trimmed.width} x ${trimmed.height} pixels and was enlarged to ${side}`,
    ),
  ];
}

/** The colours of the corners, `0..1`. */
function cornerColors({ data, width, height, channels }: Raster): readonly (readonly number[])[] {
  const most = data instanceof Uint16Array ? 65535 : 255;
  return [0, width - 1, (height - 1) * width, height * width - 1].map((pixel) =>
    Array.from(data.subarray(pixel * channels, (pixel + 1) * channels), (value) => value / most),
  );
}

/** The root mean square of what red, green and blue lack. */
function distanceToWhite(color: readonly number[]): number {
  return Math.sqrt(color.reduce((sum, value) => sum + (1 - value) ** 2, 0) / color.length);
}

import type { NdArray } from '@fashion-mnist/core';
import { convertPhoto, IMAGE_SIDE, type PhotoWarning, TransformError } from '@fashion-mnist/transforms';

/** What a photo was, and what is unusual about it. */
export interface PhotoConversion {
  readonly width: number;
  readonly height: number;
  readonly isBackgroundRemoved: boolean;
  readonly warnings: readonly PhotoWarning[];
}

export interface PictureOfPhotoOptions {
  readonly removeBackground: boolean;
  readonly signal: AbortSignal;
}

/** A photo as a picture like those of the dataset; the decoder is loaded for photos alone. */
export async function pictureOfPhoto(
  path: string,
  bytes: Uint8Array,
  { removeBackground, signal }: PictureOfPhotoOptions,
): Promise<{ readonly pixels: NdArray<Uint8Array>; readonly conversion: PhotoConversion }> {
  const { decodePhoto } = await import('@fashion-mnist/transforms/node');
  try {
    const raster = await decodePhoto(bytes, { signal });
    const { pixels, background, warnings } = convertPhoto(raster, {
      background: removeBackground ? 'remove' : 'keep',
    });
    const { width, height } = raster;
    return {
      pixels: { data: pixels, shape: [IMAGE_SIDE, IMAGE_SIDE] },
      conversion: { width, height, isBackgroundRemoved: background !== null, warnings },
    };
  } catch (error) {
    throw naming(path, error);
  }
}

/** The same error with the path of the photo, which the decoder was not told. */
function naming(path: string, error: unknown): unknown {
  if (!(error instanceof TransformError)) return error;
  const reason = error.message
    .replace(/^(photo|convertPhoto): /, '')
    .replace(', or allow more with maxPixels', '')
    .replace('have its background removed', 'pass --remove-background');
  return new TransformError(error.code, `${path}: ${reason}`, { cause: error });
}

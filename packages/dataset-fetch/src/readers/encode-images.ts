import { type NdArray, ndArray, sampleShape } from '@fashion-mnist/core';

/** The typed array of each pixel type. */
export interface PixelArrays {
  /** 0 is background, 1 full ink. */
  readonly float32: Float32Array;
  /** 0 is background, 255 full ink. */
  readonly uint8: Uint8Array;
}

/** The element types that a `DataSet` gives images in. */
export type PixelType = keyof PixelArrays;

export interface ImageEncoding<D extends PixelType> {
  readonly dtype: D;
  readonly reshape: boolean;
}

const SCALE = Math.fround(1 / 255);

const CONVERSIONS: { readonly [D in PixelType]: (pixels: Uint8Array) => PixelArrays[D] } = {
  float32: toUnitRange,
  uint8: (pixels) => pixels,
};

/**
 * Images as a `DataSet` gives them: `[imageCount, height * width]`, or `[imageCount, height, width, 1]` without `reshape`.
 *
 * @param images - Shape `[imageCount, height, width]`; borrowed, and returned in part when they need no conversion.
 */
export function encodeImages<D extends PixelType>(
  images: NdArray<Uint8Array>,
  { dtype, reshape }: ImageEncoding<D>,
): NdArray<PixelArrays[D]> {
  const { sampleCount, featureCount } = sampleShape(images);
  return ndArray(
    CONVERSIONS[dtype](images.data),
    reshape ? [sampleCount, featureCount] : [...images.shape, 1],
  );
}

/** TensorFlow's arithmetic to the bit: times 1/255 in float32, which for half of the values is not x / 255 rounded. */
function toUnitRange(pixels: Uint8Array): Float32Array {
  const scaled = new Float32Array(pixels.length);
  for (let i = 0; i < pixels.length; i++) scaled[i] = (pixels[i] as number) * SCALE;
  return scaled;
}

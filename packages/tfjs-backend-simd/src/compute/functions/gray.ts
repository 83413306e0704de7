/** Convolutions of float32 images with one channel, with stride 1. Padding may not be wider than what windows need. */
export interface GrayFunctions {
  /** Convolves, adds `bias` (pointer 0 for none) and activates like `multiplyMatrices`. Items are images. */
  convolveGray(
    input: number,
    height: number,
    width: number,
    filter: number,
    filterHeight: number,
    filterWidth: number,
    padTop: number,
    padLeft: number,
    output: number,
    outHeight: number,
    outWidth: number,
    outChannels: number,
    bias: number,
    activation: number,
    slope: number,
    begin: number,
    end: number,
  ): void;
  /** Gradients by the filter, of a multiple of 8 outputs, one for each part of `partImages` images. Items are parts. */
  filterGradientGray(
    input: number,
    height: number,
    width: number,
    filterHeight: number,
    filterWidth: number,
    padTop: number,
    padLeft: number,
    gradient: number,
    outHeight: number,
    outWidth: number,
    outChannels: number,
    parts: number,
    imageCount: number,
    partImages: number,
    begin: number,
    end: number,
  ): void;
  /** The sum of what `filterGradientGray` left. Items are rows of the filter. */
  sumGrayParts(
    parts: number,
    partCount: number,
    filterHeight: number,
    filterWidth: number,
    outChannels: number,
    filter: number,
    begin: number,
    end: number,
  ): void;
  /**
   * Gradients by the input, from what each pixel of the output gives to the pixels of its window: `[images, outHeight,
   * outWidth, filterHeight, filterWidth]`. Items are images.
   */
  inputGradientGray(
    gifts: number,
    outHeight: number,
    outWidth: number,
    filterHeight: number,
    filterWidth: number,
    padTop: number,
    padLeft: number,
    gradient: number,
    height: number,
    width: number,
    begin: number,
    end: number,
  ): void;
}

export const GRAY_FUNCTIONS: readonly (keyof GrayFunctions)[] = [
  'convolveGray',
  'filterGradientGray',
  'sumGrayParts',
  'inputGradientGray',
];

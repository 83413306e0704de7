/**
 * Convolutions of float32 images, NHWC, each channel with a filter of its own, `[filterHeight, filterWidth, channels]`.
 */
export interface DepthwiseFunctions {
  /** Convolves, adds `bias` (pointer 0 for none) and activates like `multiplyMatrices`. Items are rows of all outputs. */
  depthwiseConvolve(
    input: number,
    height: number,
    width: number,
    channels: number,
    filter: number,
    filterHeight: number,
    filterWidth: number,
    strideHeight: number,
    strideWidth: number,
    dilationHeight: number,
    dilationWidth: number,
    padTop: number,
    padLeft: number,
    output: number,
    outHeight: number,
    outWidth: number,
    bias: number,
    activation: number,
    slope: number,
    begin: number,
    end: number,
  ): void;
  /** The gradient by the input. Items are rows of all inputs. */
  depthwiseConvolveBack(
    gradient: number,
    outHeight: number,
    outWidth: number,
    channels: number,
    filter: number,
    filterHeight: number,
    filterWidth: number,
    strideHeight: number,
    strideWidth: number,
    dilationHeight: number,
    dilationWidth: number,
    padTop: number,
    padLeft: number,
    output: number,
    height: number,
    width: number,
    begin: number,
    end: number,
  ): void;
  /**
   * Gradients by the filter, one for each part of `partRows` rows of all outputs, with channels filled up to fours. Items
   * are parts.
   */
  depthwiseFilterGradient(
    input: number,
    height: number,
    width: number,
    channels: number,
    filterHeight: number,
    filterWidth: number,
    strideHeight: number,
    strideWidth: number,
    dilationHeight: number,
    dilationWidth: number,
    padTop: number,
    padLeft: number,
    gradient: number,
    outHeight: number,
    outWidth: number,
    parts: number,
    rowCount: number,
    partRows: number,
    begin: number,
    end: number,
  ): void;
  /** The sum of what `depthwiseFilterGradient` left, `[taps, channels]`. Items are taps. */
  sumDepthwiseParts(
    parts: number,
    partCount: number,
    tapCount: number,
    channels: number,
    filter: number,
    begin: number,
    end: number,
  ): void;
  /** Each value `times` times, one after the other. Items are values. */
  repeatValues(values: number, times: number, repeated: number, begin: number, end: number): void;
  /** Sums of `times` values that follow each other. Items are sums. */
  sumRepeats(repeated: number, times: number, sums: number, begin: number, end: number): void;
}

export const DEPTHWISE_FUNCTIONS: readonly (keyof DepthwiseFunctions)[] = [
  'depthwiseConvolve',
  'depthwiseConvolveBack',
  'depthwiseFilterGradient',
  'sumDepthwiseParts',
  'repeatValues',
  'sumRepeats',
];

/**
 * Convolutions of float32 images, NHWC. A window is `tapCount` taps, each of all `channels`; `taps` holds three int32 for
 * each, how many rows and columns it is from the first pixel of the window, and which pixel of the filter it meets.
 * Windows form a grid of `gridHeight` times `gridWidth` per image, `strideHeight` and `strideWidth` pixels apart.
 */
export interface ConvolutionFunctions {
  /**
   * Packs a filter `[pixels, channels, columnCount]` (or, transposed, `[pixels, columnCount, channels]`) for `convolve`, its
   * taps times channels and its columns as `packRightFactor` does inner index and columns.
   */
  packFilter(
    filter: number,
    isTransposed: number,
    channels: number,
    columnCount: number,
    taps: number,
    tapCount: number,
    packed: number,
    begin: number,
    end: number,
  ): void;
  /**
   * Windows times a packed filter, plus `bias` (pointer 0 for none), activated like `multiplyMatrices`. Outputs of neighbours are `columnBytes`, `rowBytes` and
   * `imageBytes` apart. Items are blocks of `blockRows` (at most 192) windows times `blockColumns` (a multiple of 8).
   */
  convolve(
    input: number,
    height: number,
    width: number,
    channels: number,
    taps: number,
    tapCount: number,
    packedFilter: number,
    columnCount: number,
    windowCount: number,
    gridHeight: number,
    gridWidth: number,
    strideHeight: number,
    strideWidth: number,
    output: number,
    imageBytes: number,
    rowBytes: number,
    columnBytes: number,
    bias: number,
    activation: number,
    slope: number,
    blockRows: number,
    blockColumns: number,
    begin: number,
    end: number,
  ): void;
  /**
   * Parts of a filter's gradient, each of `partWindows` windows, as `[parts, quads of rows, panels of columns, 4, 8]`; rows
   * are taps times channels. Gradients of neighbouring windows are `columnBytes`, `rowBytes` and `imageBytes` apart. Items
   * are blocks of `blockQuads` (at most 192) times `blockColumns` (a multiple of 8) of one part after the other.
   */
  filterGradient(
    input: number,
    height: number,
    width: number,
    channels: number,
    taps: number,
    tapCount: number,
    gradient: number,
    columnCount: number,
    windowCount: number,
    gridHeight: number,
    gridWidth: number,
    strideHeight: number,
    strideWidth: number,
    imageBytes: number,
    rowBytes: number,
    columnBytes: number,
    parts: number,
    partWindows: number,
    blockQuads: number,
    blockColumns: number,
    begin: number,
    end: number,
  ): void;
  /** The sum of what `filterGradient` left, `[rowCount, columnCount]`. Items are quads of rows. */
  sumParts(
    parts: number,
    partCount: number,
    rowCount: number,
    columnCount: number,
    sum: number,
    begin: number,
    end: number,
  ): void;
}

export const CONVOLUTION_FUNCTIONS: readonly (keyof ConvolutionFunctions)[] = [
  'packFilter',
  'convolve',
  'filterGradient',
  'sumParts',
];

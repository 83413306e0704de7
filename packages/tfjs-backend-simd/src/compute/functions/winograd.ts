/**
 * Convolutions of float32 images, NHWC, with stride 1 by Winograd's way, for windows of 3 x 3 (tiles of `size` 4),
 * 4 x 4 (`size` 3) and 5 x 5 (`size` 2). Tiles are numbered image by image, row by row.
 */
export interface WinogradFunctions {
  /**
   * A filter `[filterSize, filterSize, channels, outChannels]` transformed, `[36, panels, inner, 8]`: `inner` are the
   * channels, filled up to fours, and panels those of the output; the other way round with `isBackward`, which turns the
   * filter by half as well. Items are panels.
   */
  winogradFilter(
    filter: number,
    filterSize: number,
    channels: number,
    outChannels: number,
    isBackward: number,
    planes: number,
    begin: number,
    end: number,
  ): void;
  /**
   * Convolution with a transformed filter, plus `bias` (pointer 0 for none), activated like `multiplyMatrices`. Items are
   * groups of `groupTiles` tiles, a multiple of 6, for all 36 planes of which a thread must have room.
   */
  winogradConvolve(
    input: number,
    height: number,
    width: number,
    channels: number,
    padTop: number,
    padLeft: number,
    filter: number,
    output: number,
    outHeight: number,
    outWidth: number,
    outChannels: number,
    size: number,
    bias: number,
    activation: number,
    slope: number,
    tileCount: number,
    groupTiles: number,
    begin: number,
    end: number,
  ): void;
  /**
   * Transforms the inputs of `blockTiles` tiles after the `first`, into 36 planes of packed rows. Items are sixes of tiles.
   */
  winogradInputs(
    input: number,
    height: number,
    width: number,
    channels: number,
    padTop: number,
    padLeft: number,
    outHeight: number,
    outWidth: number,
    size: number,
    first: number,
    blockTiles: number,
    planes: number,
    begin: number,
    end: number,
  ): void;
  /** Multiplies what `winogradInputs` left with a transformed filter. Items are eights of panels, plane by plane. */
  winogradProducts(
    planes: number,
    channels: number,
    filter: number,
    outChannels: number,
    blockTiles: number,
    products: number,
    begin: number,
    end: number,
  ): void;
  /** Transforms products back, with bias and activation like `winogradConvolve`. Items are sixes of tiles. */
  winogradOutputs(
    products: number,
    output: number,
    outHeight: number,
    outWidth: number,
    outChannels: number,
    size: number,
    bias: number,
    activation: number,
    slope: number,
    first: number,
    blockTiles: number,
    begin: number,
    end: number,
  ): void;
  /** Gradients of a transformed filter, one for each part of `partTiles` tiles. Items are parts. */
  winogradFilterGradient(
    input: number,
    height: number,
    width: number,
    channels: number,
    padTop: number,
    padLeft: number,
    gradient: number,
    outHeight: number,
    outWidth: number,
    outChannels: number,
    size: number,
    parts: number,
    tileCount: number,
    partTiles: number,
    groupTiles: number,
    begin: number,
    end: number,
  ): void;
  /** Transforms inputs and gradients of `blockTiles` tiles after the `first`. Items are tiles. */
  winogradPairs(
    input: number,
    height: number,
    width: number,
    channels: number,
    padTop: number,
    padLeft: number,
    gradient: number,
    outHeight: number,
    outWidth: number,
    outChannels: number,
    size: number,
    first: number,
    blockTiles: number,
    inputs: number,
    gradients: number,
    begin: number,
    end: number,
  ): void;
  /**
   * Adds products of what `winogradPairs` left to `sums`, one part of what `winogradFilterBack` takes, or puts them there
   * if `isFirst`. Items are eights of quads of channels, plane by plane.
   */
  winogradOuterProducts(
    inputs: number,
    channels: number,
    gradients: number,
    outChannels: number,
    blockTiles: number,
    sums: number,
    isFirst: number,
    begin: number,
    end: number,
  ): void;
  /** The filter's gradient from parts of the transformed one. Items are quads of channels. */
  winogradFilterBack(
    parts: number,
    partCount: number,
    filterSize: number,
    channels: number,
    outChannels: number,
    filter: number,
    begin: number,
    end: number,
  ): void;
}

export const WINOGRAD_FUNCTIONS: readonly (keyof WinogradFunctions)[] = [
  'winogradFilter',
  'winogradConvolve',
  'winogradInputs',
  'winogradProducts',
  'winogradOutputs',
  'winogradFilterGradient',
  'winogradPairs',
  'winogradOuterProducts',
  'winogradFilterBack',
];

import type { ConvolutionInfo } from './convolution-info.ts';

/** Planes of transformed tiles. */
export const PLANES = 36;
/** What a thread has room for, without what is not planes. */
const ROOM_BYTES = 512 * 1024 - 4096;
const LINE_BYTES = 64;
const TILE_ROWS = 6;
const MOST_TILES = 96;
const FEWEST_TILES = 12;
const FEWEST_CHANNELS = 4;
/** How many multiplications must be left, at most, of what windows take, for the transforms to pay. */
const WORTHWHILE = 0.7;

/** One pass by Winograd's way: from images of `inChannels` to images of `outChannels`. */
export interface WinogradPass {
  readonly filterSize: number;
  readonly inHeight: number;
  readonly inWidth: number;
  readonly inChannels: number;
  readonly outHeight: number;
  readonly outWidth: number;
  readonly outChannels: number;
  readonly padTop: number;
  readonly padLeft: number;
  /** Height and width of a tile. */
  readonly size: number;
  readonly tileCount: number;
  /** Tiles that fit into the room of a thread. */
  readonly groupTiles: number;
}

/** Whether a convolution, and its gradient by the input, are faster by Winograd's way. */
export function suitsWinograd(info: ConvolutionInfo): boolean {
  const { filterHeight, filterWidth, inChannels, outChannels } = info;
  const isPlain = [info.strideHeight, info.strideWidth, info.dilationHeight, info.dilationWidth].every(
    (n) => n === 1,
  );
  if (!isPlain || filterHeight !== filterWidth || filterHeight < 3 || filterHeight > 5) return false;
  if (inChannels < FEWEST_CHANNELS || outChannels < FEWEST_CHANNELS) return false;
  const { tileCount } = forwardPass(info);
  const windows = info.batchSize * info.outHeight * info.outWidth * filterHeight * filterWidth;
  return tileCount >= FEWEST_TILES && tileCount * PLANES <= WORTHWHILE * windows;
}

/** Whether a thread has room for `fewest` tiles to transform, multiply and transform back at once. */
export function fitsThread({ groupTiles }: WinogradPass, fewest: number = FEWEST_TILES): boolean {
  return groupTiles >= fewest;
}

/** Enough groups for many threads to have equal shares. */
const WANTED_GROUPS = 8;

/** Tiles that a thread takes all the way at once: as many as it has room for, fewer where there are few in all. */
export function sharedGroupTiles({ groupTiles, tileCount }: WinogradPass): number {
  const share = roundUp(Math.ceil(tileCount / WANTED_GROUPS), TILE_ROWS);
  return Math.min(groupTiles, Math.max(FEWEST_TILES, share));
}

/** The convolution itself. */
export function forwardPass(info: ConvolutionInfo): WinogradPass {
  const { inHeight, inWidth, inChannels, outHeight, outWidth, outChannels, padInfo } = info;
  return pass(info, {
    inHeight,
    inWidth,
    inChannels,
    outHeight,
    outWidth,
    outChannels,
    padTop: padInfo.top,
    padLeft: padInfo.left,
  });
}

/** The gradient by the input is the convolution of the gradient with the filter turned by half. */
export function backwardPass(info: ConvolutionInfo): WinogradPass {
  return pass(info, {
    inHeight: info.outHeight,
    inWidth: info.outWidth,
    inChannels: info.outChannels,
    outHeight: info.inHeight,
    outWidth: info.inWidth,
    outChannels: info.inChannels,
    padTop: info.filterHeight - 1 - info.padInfo.top,
    padLeft: info.filterWidth - 1 - info.padInfo.left,
  });
}

function pass(
  { batchSize, filterHeight: filterSize }: ConvolutionInfo,
  sizes: Omit<WinogradPass, 'filterSize' | 'size' | 'tileCount' | 'groupTiles'>,
): WinogradPass {
  const size = 7 - filterSize;
  const tileCount = batchSize * Math.ceil(sizes.outHeight / size) * Math.ceil(sizes.outWidth / size);
  const channels = roundUp(sizes.inChannels, 4) + roundUp(sizes.outChannels, 8);
  const room = Math.floor((ROOM_BYTES / PLANES - 4 * LINE_BYTES) / (channels * 4));
  const groupTiles = Math.floor(Math.min(MOST_TILES, room) / TILE_ROWS) * TILE_ROWS;
  return { ...sizes, filterSize, size, tileCount, groupTiles };
}

/** Bytes of transformed tiles at a time where a thread has no room for them: what a cache that threads share may hold. */
const BLOCK_BYTES = 2 ** 22;

/** Tiles that all threads work on at a time where they do not fit into the room of one: a multiple of 6. */
export function blockTilesOf({ inChannels, outChannels, tileCount }: WinogradPass): number {
  const tileBytes = PLANES * (roundUp(inChannels, 4) + roundUp(outChannels, 8)) * 4;
  const most = Math.max(TILE_ROWS, Math.floor(BLOCK_BYTES / tileBytes));
  return roundUp(Math.ceil(tileCount / Math.ceil(tileCount / most)), TILE_ROWS);
}

/** The next multiple. */
export function roundUp(value: number, multiple: number): number {
  return Math.ceil(value / multiple) * multiple;
}

/** Bytes of 36 planes for so many tiles and channels: see `planeBytes` of the compiled kernels. */
export function planesBytes(tileCount: number, channels: number): number {
  return PLANES * ((Math.ceil((tileCount * channels * 4) / LINE_BYTES) | 1) * LINE_BYTES);
}

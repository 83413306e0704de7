import type { PostedCommand } from '@fashion-mnist/kernels';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../../backend/simd-backend.ts';
import { command } from '../../compute/command.ts';
import type { ConvolutionInfo } from './convolution-info.ts';
import {
  blockTilesOf,
  fitsThread,
  forwardPass,
  PLANES,
  planesBytes,
  roundUp,
  type WinogradPass,
} from './winograd.ts';

/** Parts of a filter's gradient: enough for many threads to have equal shares. */
const MOST_PARTS = 16;
/** With fewer tiles at a time, sums are loaded and stored too often. */
const FEWEST_TILES = 36;
/** Quads of channels of an item. */
const ITEM_QUADS = 8;
/** Tiles that a thread transforms at a time. */
const TILES_AT_A_TIME = 6;

interface Tensors {
  readonly x: TensorInfo;
  readonly dy: TensorInfo;
  readonly dFilter: TensorInfo;
}

/** The gradient by the filter. */
export function winogradFilterGradient(backend: SimdBackend, info: ConvolutionInfo, tensors: Tensors): void {
  const sizes = forwardPass(info);
  const quadCount = Math.ceil(sizes.inChannels / 4);
  const partBytes = PLANES * quadCount * Math.ceil(sizes.outChannels / 8) * 128;
  const isInParts = fitsThread(sizes, FEWEST_TILES);
  const partTiles = isInParts
    ? Math.ceil(sizes.tileCount / Math.min(MOST_PARTS, Math.ceil(sizes.tileCount / sizes.groupTiles)))
    : sizes.tileCount;
  const partCount = Math.ceil(sizes.tileCount / partTiles);
  backend.withScratch(partCount * partBytes, (parts) => {
    const back = command(
      'winogradFilterBack',
      { total: quadCount, grain: 1 },
      parts,
      partCount,
      sizes.filterSize,
      sizes.inChannels,
      sizes.outChannels,
      backend.pointer(tensors.dFilter),
    );
    if (isInParts) backend.run(inParts(backend, sizes, tensors, { parts, partTiles, partCount }), back);
    else runInBlocks(backend, sizes, tensors, parts, back);
  });
}

/** What both ways begin with. */
function imagesOf(backend: SimdBackend, sizes: WinogradPass, { x, dy }: Tensors) {
  return [
    backend.pointer(x),
    sizes.inHeight,
    sizes.inWidth,
    sizes.inChannels,
    sizes.padTop,
    sizes.padLeft,
    backend.pointer(dy),
    sizes.outHeight,
    sizes.outWidth,
    sizes.outChannels,
    sizes.size,
  ] as const;
}

interface Parts {
  readonly parts: number;
  readonly partTiles: number;
  readonly partCount: number;
}

/** Each thread takes parts of the images all the way. */
function inParts(
  backend: SimdBackend,
  sizes: WinogradPass,
  tensors: Tensors,
  { parts, partTiles, partCount }: Parts,
): PostedCommand {
  return command(
    'winogradFilterGradient',
    { total: partCount, grain: 1 },
    ...imagesOf(backend, sizes, tensors),
    parts,
    sizes.tileCount,
    partTiles,
    sizes.groupTiles,
  );
}

/** All threads take a block of tiles from stage to stage; the next one is added to it. */
function runInBlocks(
  backend: SimdBackend,
  sizes: WinogradPass,
  tensors: Tensors,
  sums: number,
  back: PostedCommand,
): void {
  const { inChannels, outChannels, tileCount } = sizes;
  const blockTiles = blockTilesOf(sizes);
  const inputBytes = planesBytes(blockTiles, roundUp(inChannels, 4));
  const total = PLANES * Math.ceil(Math.ceil(inChannels / 4) / ITEM_QUADS);
  backend.withScratch(inputBytes + planesBytes(blockTiles, roundUp(outChannels, 8)), (inputs) => {
    const gradients = inputs + inputBytes;
    const images = imagesOf(backend, sizes, tensors);
    const commands: PostedCommand[] = [];
    for (let first = 0; first < tileCount; first += blockTiles) {
      const count = Math.min(blockTiles, tileCount - first);
      const isFirst = Number(first === 0);
      commands.push(
        command(
          'winogradPairs',
          { total: count, grain: TILES_AT_A_TIME },
          ...images,
          first,
          count,
          inputs,
          gradients,
        ),
        command(
          'winogradOuterProducts',
          { total, grain: 1 },
          inputs,
          inChannels,
          gradients,
          outChannels,
          count,
          sums,
          isFirst,
        ),
      );
    }
    backend.run(...commands, back);
  });
}

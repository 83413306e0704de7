import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../../backend/simd-backend.ts';
import { command } from '../../compute/command.ts';
import type { ConvolutionInfo } from './convolution-info.ts';
import type { Epilogue } from './convolve.ts';
import { NO_EPILOGUE } from './convolve.ts';

/** Planes of transformed tiles. */
const PLANES = 36;
/** What a thread has room for, without what is not planes. */
const ROOM_BYTES = 512 * 1024 - 4096;
const LINE_BYTES = 64;
const TILE_ROWS = 6;
const MOST_TILES = 96;
const FEWEST_TILES = 12;
const FEWEST_CHANNELS = 4;
/** How many multiplications must be left, at most, of what windows take, for the transforms to pay. */
const WORTHWHILE = 0.7;
/** Parts of a filter's gradient: enough for many threads to have equal shares. */
const MOST_PARTS = 16;

/** One pass by Winograd's way: from images of `inChannels` to images of `outChannels`. */
interface Pass {
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
  readonly groupTiles: number;
}

/** Whether a convolution, and its gradients, are faster by Winograd's way. */
export function suitsWinograd(info: ConvolutionInfo): boolean {
  const { filterHeight, filterWidth, inChannels, outChannels } = info;
  const isPlain = [info.strideHeight, info.strideWidth, info.dilationHeight, info.dilationWidth].every(
    (n) => n === 1,
  );
  if (!isPlain || filterHeight !== filterWidth || (filterHeight !== 3 && filterHeight !== 5)) return false;
  if (inChannels < FEWEST_CHANNELS || outChannels < FEWEST_CHANNELS) return false;
  const { tileCount, groupTiles } = forwardPass(info);
  const windows = info.batchSize * info.outHeight * info.outWidth * filterHeight * filterWidth;
  return (
    groupTiles >= FEWEST_TILES && tileCount >= FEWEST_TILES && tileCount * PLANES <= WORTHWHILE * windows
  );
}

function forwardPass(info: ConvolutionInfo): Pass {
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
function backwardPass(info: ConvolutionInfo): Pass {
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
  sizes: Omit<Pass, 'filterSize' | 'size' | 'tileCount' | 'groupTiles'>,
): Pass {
  const size = 7 - filterSize;
  const tileCount = batchSize * Math.ceil(sizes.outHeight / size) * Math.ceil(sizes.outWidth / size);
  const channels = roundUp(sizes.inChannels, 4) + roundUp(sizes.outChannels, 8);
  const room = Math.floor((ROOM_BYTES / PLANES - 4 * LINE_BYTES) / (channels * 4));
  const groupTiles = Math.floor(Math.min(MOST_TILES, room) / TILE_ROWS) * TILE_ROWS;
  return { ...sizes, filterSize, size, tileCount, groupTiles };
}

interface Tensors {
  readonly input: TensorInfo;
  readonly filter: TensorInfo;
  readonly output: TensorInfo;
}

/** The convolution itself. */
export function winogradForward(
  backend: SimdBackend,
  info: ConvolutionInfo,
  tensors: Tensors,
  epilogue: Epilogue,
): void {
  run(backend, info, forwardPass(info), false, tensors, epilogue);
}

/** Its gradient by the input: `input` is that of the output, `output` that of the input. */
export function winogradBack(backend: SimdBackend, info: ConvolutionInfo, tensors: Tensors): void {
  run(backend, info, backwardPass(info), true, tensors, NO_EPILOGUE);
}

function run(
  backend: SimdBackend,
  info: ConvolutionInfo,
  sizes: Pass,
  isBackward: boolean,
  { input, filter, output }: Tensors,
  { bias, activation }: Epilogue,
): void {
  const panelCount = Math.ceil(sizes.outChannels / 8);
  const filterBytes = PLANES * panelCount * roundUp(sizes.inChannels, 4) * 8 * 4;
  backend.withScratch(filterBytes, (planes) =>
    backend.run(
      command(
        'winogradFilter',
        { total: panelCount, grain: 1 },
        backend.pointer(filter),
        sizes.filterSize,
        info.inChannels,
        info.outChannels,
        Number(isBackward),
        planes,
      ),
      command(
        'winogradConvolve',
        { total: Math.ceil(sizes.tileCount / sizes.groupTiles), grain: 1 },
        backend.pointer(input),
        sizes.inHeight,
        sizes.inWidth,
        sizes.inChannels,
        sizes.padTop,
        sizes.padLeft,
        planes,
        backend.pointer(output),
        sizes.outHeight,
        sizes.outWidth,
        sizes.outChannels,
        sizes.size,
        bias === undefined ? 0 : backend.pointer(bias),
        activation.number,
        activation.slope,
        sizes.tileCount,
        sizes.groupTiles,
      ),
    ),
  );
}

/** The gradient by the filter. */
export function winogradFilterGradient(
  backend: SimdBackend,
  info: ConvolutionInfo,
  { x, dy, dFilter }: { readonly x: TensorInfo; readonly dy: TensorInfo; readonly dFilter: TensorInfo },
): void {
  const sizes = forwardPass(info);
  const { inChannels, outChannels, tileCount, groupTiles } = sizes;
  const quadCount = Math.ceil(inChannels / 4);
  const partBytes = PLANES * quadCount * Math.ceil(outChannels / 8) * 128;
  const partTiles = Math.ceil(tileCount / Math.min(MOST_PARTS, Math.ceil(tileCount / groupTiles)));
  const partCount = Math.ceil(tileCount / partTiles);
  backend.withScratch(partCount * partBytes, (parts) =>
    backend.run(
      command(
        'winogradFilterGradient',
        { total: partCount, grain: 1 },
        backend.pointer(x),
        sizes.inHeight,
        sizes.inWidth,
        inChannels,
        sizes.padTop,
        sizes.padLeft,
        backend.pointer(dy),
        sizes.outHeight,
        sizes.outWidth,
        outChannels,
        sizes.size,
        parts,
        tileCount,
        partTiles,
        groupTiles,
      ),
      command(
        'winogradFilterBack',
        { total: quadCount, grain: 1 },
        parts,
        partCount,
        sizes.filterSize,
        inChannels,
        outChannels,
        backend.pointer(dFilter),
      ),
    ),
  );
}

function roundUp(value: number, multiple: number): number {
  return Math.ceil(value / multiple) * multiple;
}

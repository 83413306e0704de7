import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../../backend/simd-backend.ts';
import { command } from '../../compute/command.ts';
import { withTable } from '../with-table.ts';
import type { ConvolutionInfo } from './convolution-info.ts';
import { type Region, tapRegionsOf } from './regions.ts';
import { windowsOf } from './taps.ts';

/** Quads of rows that a thread has room for, and columns that it takes with them. */
const MOST_QUADS = 96;
const BLOCK_COLUMNS = 256;
/** Enough for many threads to have equal shares. */
const WANTED_BLOCKS = 16;
const FEWEST_WINDOWS = 128;
const TILE_BYTES = 128;

interface FilterGradientTensors {
  readonly x: TensorInfo;
  readonly dy: TensorInfo;
  readonly dFilter: TensorInfo;
}

/** The gradient of any convolution by its filter, from products of packed windows with `dy`. */
export function filterGradientOfWindows(
  backend: SimdBackend,
  info: ConvolutionInfo,
  tensors: FilterGradientTensors,
): void {
  const { batchSize: imageCount, inHeight: height, inWidth: width, strideHeight, strideWidth } = info;
  const images = { imageCount, height, width, strideHeight, strideWidth };
  for (const region of tapRegionsOf(windowsOf(info), images)) gradientOfTaps(backend, info, region, tensors);
}

/** The part of a filter's gradient that belongs to the taps of a region. */
function gradientOfTaps(
  backend: SimdBackend,
  info: ConvolutionInfo,
  { height, width, taps, firstRow, firstColumn }: Region,
  { x, dy, dFilter }: FilterGradientTensors,
): void {
  const windowCount = info.batchSize * height * width;
  const tapCount = taps.length / 3;
  const rowCount = tapCount * info.inChannels;
  const { quadCount, blockQuads, blocks, partCount, partWindows } = partition(
    rowCount,
    info.outChannels,
    windowCount,
  );
  const columnBytes = info.outChannels * 4;
  const rowBytes = info.outWidth * columnBytes;
  const partBytes = quadCount * Math.ceil(info.outChannels / 8) * TILE_BYTES;
  const firstPixel = taps[2] ?? 0;
  withTable(backend, taps, (table) =>
    backend.withScratch(partCount * partBytes, (parts) =>
      backend.run(
        command(
          'filterGradient',
          { total: blocks * partCount, grain: 1 },
          backend.pointer(x),
          info.inHeight,
          info.inWidth,
          info.inChannels,
          table,
          tapCount,
          backend.pointer(dy) + firstRow * rowBytes + firstColumn * columnBytes,
          info.outChannels,
          windowCount,
          height,
          width,
          info.strideHeight,
          info.strideWidth,
          info.outHeight * rowBytes,
          rowBytes,
          columnBytes,
          parts,
          partWindows,
          blockQuads,
          BLOCK_COLUMNS,
        ),
        command(
          'sumParts',
          { total: quadCount, grain: 8 },
          parts,
          partCount,
          rowCount,
          info.outChannels,
          backend.pointer(dFilter) + firstPixel * info.inChannels * columnBytes,
        ),
      ),
    ),
  );
}

/** How the products are shared out: by their sizes alone, so that sums are the same for any number of threads. */
function partition(rowCount: number, columnCount: number, windowCount: number) {
  const quadCount = Math.ceil(rowCount / 4);
  const down = Math.ceil(quadCount / MOST_QUADS);
  const blockQuads = Math.ceil(quadCount / down);
  const blocks = down * Math.ceil(columnCount / BLOCK_COLUMNS);
  const mostParts = Math.max(1, Math.ceil(windowCount / FEWEST_WINDOWS));
  const partWindows = Math.ceil(windowCount / Math.min(mostParts, Math.ceil(WANTED_BLOCKS / blocks)));
  const partCount = Math.max(1, Math.ceil(windowCount / Math.max(1, partWindows)));
  return { quadCount, blockQuads, blocks, partCount, partWindows };
}

import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../../backend/simd-backend.ts';
import { command } from '../../compute/command.ts';
import { withTable } from '../with-table.ts';
import type { ConvolutionInfo } from './convolution-info.ts';
import { windowsOf } from './taps.ts';

/** Quads of rows that a thread has room for, and columns that it takes with them. */
const BLOCK_QUADS = 96;
const BLOCK_COLUMNS = 256;
/** Enough for many threads to have equal shares. */
const WANTED_BLOCKS = 16;
const FEWEST_WINDOWS = 128;
const TILE_BYTES = 128;

/** The gradient of any convolution by its filter, from products of packed windows with `dy`. */
export function filterGradientOfWindows(
  backend: SimdBackend,
  info: ConvolutionInfo,
  { x, dy, dFilter }: { readonly x: TensorInfo; readonly dy: TensorInfo; readonly dFilter: TensorInfo },
): void {
  const { height, width, taps } = windowsOf(info);
  const windowCount = info.batchSize * height * width;
  const tapCount = taps.length / 3;
  const rowCount = tapCount * info.inChannels;
  const quadCount = Math.ceil(rowCount / 4);
  const blocks = Math.ceil(quadCount / BLOCK_QUADS) * Math.ceil(info.outChannels / BLOCK_COLUMNS);
  const mostParts = Math.max(1, Math.ceil(windowCount / FEWEST_WINDOWS));
  const partWindows = Math.ceil(windowCount / Math.min(mostParts, Math.ceil(WANTED_BLOCKS / blocks)));
  const partCount = Math.max(1, Math.ceil(windowCount / partWindows));
  const partBytes = quadCount * Math.ceil(info.outChannels / 8) * TILE_BYTES;
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
          backend.pointer(dy),
          info.outChannels,
          windowCount,
          height,
          width,
          info.strideHeight,
          info.strideWidth,
          parts,
          partWindows,
          BLOCK_QUADS,
          BLOCK_COLUMNS,
        ),
        command(
          'sumParts',
          { total: quadCount, grain: 8 },
          parts,
          partCount,
          rowCount,
          info.outChannels,
          backend.pointer(dFilter),
        ),
      ),
    ),
  );
}

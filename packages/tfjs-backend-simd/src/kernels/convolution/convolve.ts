import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../../backend/simd-backend.ts';
import { command } from '../../compute/command.ts';
import type { CompiledActivation } from '../products/activation.ts';
import { matrixBlocks } from '../products/matrix-work.ts';
import type { ConvolutionInfo } from './convolution-info.ts';
import { withPackedFilter } from './packed-filter.ts';
import { phasesOf, windowsOf } from './taps.ts';

export interface Epilogue {
  /** One value a channel. */
  readonly bias?: TensorInfo | undefined;
  readonly activation: CompiledActivation;
}

export const NO_EPILOGUE: Epilogue = { activation: { number: 0, slope: 0 } };

/** Any convolution, as products of packed windows with the filter. */
export function convolveWindows(
  backend: SimdBackend,
  info: ConvolutionInfo,
  { x, filter, y }: { readonly x: TensorInfo; readonly filter: TensorInfo; readonly y: TensorInfo },
  { bias, activation }: Epilogue,
): void {
  const { height, width, taps } = windowsOf(info);
  const windowCount = info.batchSize * height * width;
  if (windowCount * info.outChannels === 0) return;
  const { blockRows, blockColumns, blockCount } = matrixBlocks(windowCount, info.outChannels);
  const columnBytes = info.outChannels * 4;
  const layout = { isTransposed: false, channels: info.inChannels, columnCount: info.outChannels, taps };
  withPackedFilter(backend, filter, layout, ({ table, packed, packing }) =>
    backend.run(
      packing,
      command(
        'convolve',
        { total: blockCount, grain: 1 },
        backend.pointer(x),
        info.inHeight,
        info.inWidth,
        info.inChannels,
        table,
        taps.length / 3,
        packed,
        info.outChannels,
        windowCount,
        height,
        width,
        info.strideHeight,
        info.strideWidth,
        backend.pointer(y),
        height * width * columnBytes,
        width * columnBytes,
        columnBytes,
        bias === undefined ? 0 : backend.pointer(bias),
        activation.number,
        activation.slope,
        blockRows,
        blockColumns,
      ),
    ),
  );
}

/** The gradient of any convolution by its input: `dx` from `dy`. */
export function convolveBack(
  backend: SimdBackend,
  info: ConvolutionInfo,
  { dy, filter, dx }: { readonly dy: TensorInfo; readonly filter: TensorInfo; readonly dx: TensorInfo },
): void {
  const { strideHeight, strideWidth, inHeight, inWidth, inChannels, outChannels } = info;
  const pixelBytes = inChannels * 4;
  for (const { height, width, taps, firstRow, firstColumn } of phasesOf(info)) {
    const windowCount = info.batchSize * height * width;
    if (windowCount * inChannels === 0) continue;
    const { blockRows, blockColumns, blockCount } = matrixBlocks(windowCount, inChannels);
    const layout = { isTransposed: true, channels: outChannels, columnCount: inChannels, taps };
    withPackedFilter(backend, filter, layout, ({ table, packed, packing }) =>
      backend.run(
        packing,
        command(
          'convolve',
          { total: blockCount, grain: 1 },
          backend.pointer(dy),
          info.outHeight,
          info.outWidth,
          outChannels,
          table,
          taps.length / 3,
          packed,
          inChannels,
          windowCount,
          height,
          width,
          1,
          1,
          backend.pointer(dx) + (firstRow * inWidth + firstColumn) * pixelBytes,
          inHeight * inWidth * pixelBytes,
          strideHeight * inWidth * pixelBytes,
          strideWidth * pixelBytes,
          0,
          0,
          0,
          blockRows,
          blockColumns,
        ),
      ),
    );
  }
}

import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../../backend/simd-backend.ts';
import { command } from '../../compute/command.ts';
import type { CompiledActivation } from '../products/activation.ts';
import { matrixBlocks } from '../products/matrix-work.ts';
import type { ConvolutionInfo } from './convolution-info.ts';
import { withPackedFilter } from './packed-filter.ts';
import { regionsOf, type WindowedImages } from './regions.ts';
import { phasesOf, type WindowGrid, windowsOf } from './taps.ts';

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
  epilogue: Epilogue,
): void {
  const { batchSize, inHeight, inWidth, inChannels, outHeight, outWidth, outChannels } = info;
  const { strideHeight, strideWidth } = info;
  const columnBytes = outChannels * 4;
  convolveGrid(backend, windowsOf(info), {
    images: { imageCount: batchSize, height: inHeight, width: inWidth, strideHeight, strideWidth },
    input: x,
    channels: inChannels,
    filter,
    isTransposed: false,
    output: {
      pointer: backend.pointer(y),
      channels: outChannels,
      imageBytes: outHeight * outWidth * columnBytes,
      rowBytes: outWidth * columnBytes,
      columnBytes,
    },
    epilogue,
  });
}

/** The gradient of any convolution by its input: `dx` from `dy`. */
export function convolveBack(
  backend: SimdBackend,
  info: ConvolutionInfo,
  { dy, filter, dx }: { readonly dy: TensorInfo; readonly filter: TensorInfo; readonly dx: TensorInfo },
): void {
  const { strideHeight, strideWidth, inHeight, inWidth, inChannels, outHeight, outWidth } = info;
  const pixelBytes = inChannels * 4;
  for (const phase of phasesOf(info))
    convolveGrid(backend, phase, {
      images: {
        imageCount: info.batchSize,
        height: outHeight,
        width: outWidth,
        strideHeight: 1,
        strideWidth: 1,
      },
      input: dy,
      channels: info.outChannels,
      filter,
      isTransposed: true,
      output: {
        pointer: backend.pointer(dx) + (phase.firstRow * inWidth + phase.firstColumn) * pixelBytes,
        channels: inChannels,
        imageBytes: inHeight * inWidth * pixelBytes,
        rowBytes: strideHeight * inWidth * pixelBytes,
        columnBytes: strideWidth * pixelBytes,
      },
      epilogue: NO_EPILOGUE,
    });
}

/** From what to where a grid of windows is convolved. */
interface GridTask {
  readonly images: WindowedImages;
  readonly input: TensorInfo;
  readonly channels: number;
  readonly filter: TensorInfo;
  readonly isTransposed: boolean;
  readonly output: GridOutput;
  readonly epilogue: Epilogue;
}

/** Where the output of the grid's first window is, and how far it is to the next ones. */
interface GridOutput {
  readonly pointer: number;
  readonly channels: number;
  readonly imageBytes: number;
  readonly rowBytes: number;
  readonly columnBytes: number;
}

function convolveGrid(backend: SimdBackend, grid: WindowGrid, task: GridTask): void {
  const { images, input, channels, filter, isTransposed, output, epilogue } = task;
  const { bias, activation } = epilogue;
  const { pointer, imageBytes, rowBytes, columnBytes } = output;
  const columnCount = output.channels;
  for (const { height, width, taps, firstRow, firstColumn } of regionsOf(grid, images)) {
    const windowCount = images.imageCount * height * width;
    if (windowCount * columnCount === 0) continue;
    const { blockRows, blockColumns, blockCount } = matrixBlocks(windowCount, columnCount);
    const layout = { isTransposed, channels, columnCount, taps };
    withPackedFilter(backend, filter, layout, ({ table, packed, packing }) =>
      backend.run(
        packing,
        command(
          'convolve',
          { total: blockCount, grain: 1 },
          backend.pointer(input),
          images.height,
          images.width,
          channels,
          table,
          taps.length / 3,
          packed,
          columnCount,
          windowCount,
          height,
          width,
          images.strideHeight,
          images.strideWidth,
          pointer + firstRow * rowBytes + firstColumn * columnBytes,
          imageBytes,
          rowBytes,
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
}

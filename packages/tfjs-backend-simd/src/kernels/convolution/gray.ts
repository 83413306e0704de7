import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../../backend/simd-backend.ts';
import { command } from '../../compute/command.ts';
import { multiply } from '../products/matrix-product.ts';
import type { ConvolutionInfo } from './convolution-info.ts';
import { type Epilogue, NO_EPILOGUE } from './convolve.ts';

/** Values of a padded image that a thread has room for. */
const MOST_PADDED = 65_536;
/** Values of the filter that a thread has room for. */
const MOST_WEIGHTS = 15_000;
/** Bytes of what all windows give to their pixels: more is slower to store than to compute by the other way. */
const MOST_GIFT_BYTES = 2 ** 26;
/** Parts of a filter's gradient: enough for many threads to have equal shares. */
const MOST_PARTS = 16;
/** Floats of a tile: six columns of the filter by eight outputs. */
const TILE_BYTES = 192;

/** Whether images have one channel, and windows lie side by side. */
export function suitsGray(info: ConvolutionInfo): boolean {
  const { inChannels, outChannels, outHeight, outWidth, filterHeight, filterWidth, padInfo } = info;
  const isPlain = [info.strideHeight, info.strideWidth, info.dilationHeight, info.dilationWidth].every(
    (n) => n === 1,
  );
  const isPaddedWithin =
    padInfo.top >= 0 && padInfo.left >= 0 && padInfo.top < filterHeight && padInfo.left < filterWidth;
  const padded = (outHeight + filterHeight - 1) * (outWidth + filterWidth - 1);
  const weights = filterHeight * filterWidth * (outChannels + 8);
  return inChannels === 1 && isPlain && isPaddedWithin && padded <= MOST_PADDED && weights <= MOST_WEIGHTS;
}

/** Whether that holds for the gradient by the filter too. */
export function suitsGrayGradient(info: ConvolutionInfo): boolean {
  return suitsGray(info) && info.outChannels % 8 === 0;
}

/** Whether it holds for the gradient by the input. */
export function suitsGrayBack(info: ConvolutionInfo): boolean {
  const { batchSize, outHeight, outWidth, filterHeight, filterWidth } = info;
  const giftCount = batchSize * outHeight * outWidth * filterHeight * filterWidth;
  return suitsGray(info) && giftCount * Float32Array.BYTES_PER_ELEMENT <= MOST_GIFT_BYTES;
}

/** The convolution. */
export function grayForward(
  backend: SimdBackend,
  info: ConvolutionInfo,
  { x, filter, y }: { readonly x: TensorInfo; readonly filter: TensorInfo; readonly y: TensorInfo },
  { bias, activation }: Epilogue,
): void {
  backend.run(
    command(
      'convolveGray',
      { total: info.batchSize, grain: 1 },
      backend.pointer(x),
      info.inHeight,
      info.inWidth,
      backend.pointer(filter),
      info.filterHeight,
      info.filterWidth,
      info.padInfo.top,
      info.padInfo.left,
      backend.pointer(y),
      info.outHeight,
      info.outWidth,
      info.outChannels,
      bias === undefined ? 0 : backend.pointer(bias),
      activation.number,
      activation.slope,
    ),
  );
}

/** Its gradient by the filter. */
export function grayFilterGradient(
  backend: SimdBackend,
  info: ConvolutionInfo,
  { x, dy, dFilter }: { readonly x: TensorInfo; readonly dy: TensorInfo; readonly dFilter: TensorInfo },
): void {
  const { batchSize, filterHeight, filterWidth, outChannels } = info;
  const partImages = Math.ceil(batchSize / MOST_PARTS);
  const partCount = Math.ceil(batchSize / partImages);
  const partBytes = filterHeight * Math.ceil(filterWidth / 6) * (outChannels / 8) * TILE_BYTES;
  backend.withScratch(partCount * partBytes, (parts) =>
    backend.run(
      command(
        'filterGradientGray',
        { total: partCount, grain: 1 },
        backend.pointer(x),
        info.inHeight,
        info.inWidth,
        filterHeight,
        filterWidth,
        info.padInfo.top,
        info.padInfo.left,
        backend.pointer(dy),
        info.outHeight,
        info.outWidth,
        outChannels,
        parts,
        batchSize,
        partImages,
      ),
      command(
        'sumGrayParts',
        { total: filterHeight, grain: filterHeight },
        parts,
        partCount,
        filterHeight,
        filterWidth,
        outChannels,
        backend.pointer(dFilter),
      ),
    ),
  );
}

/** Its gradient by the input: one product gives what each pixel of `dy` has for its window, and pixels take their sums. */
export function grayBack(
  backend: SimdBackend,
  info: ConvolutionInfo,
  { dy, filter, dx }: { readonly dy: TensorInfo; readonly filter: TensorInfo; readonly dx: TensorInfo },
): void {
  const { batchSize, outHeight, outWidth, outChannels, filterHeight, filterWidth, padInfo } = info;
  const gifts = multiply(backend, {
    a: { ...dy, shape: [batchSize * outHeight * outWidth, outChannels] },
    b: { ...filter, shape: [filterHeight * filterWidth, outChannels] },
    transposeA: false,
    transposeB: true,
    ...NO_EPILOGUE,
  });
  backend.run(
    command(
      'inputGradientGray',
      { total: batchSize, grain: 1 },
      backend.pointer(gifts),
      outHeight,
      outWidth,
      filterHeight,
      filterWidth,
      padInfo.top,
      padInfo.left,
      backend.pointer(dx),
      info.inHeight,
      info.inWidth,
    ),
  );
  backend.disposeData(gifts.dataId);
}

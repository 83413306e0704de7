import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../../backend/simd-backend.ts';
import { command } from '../../compute/command.ts';
import type { ConvolutionInfo } from '../convolution/convolution-info.ts';
import type { Epilogue } from '../convolution/convolve.ts';
import { sumsOfRepeats, withRepeatedChannels } from './repeated-channels.ts';

/** Values that a thread takes at a time: some ten microseconds. */
const VALUES_AT_A_TIME = 16_384;
/** Parts of a filter's gradient: enough for many threads to have equal shares. */
const MOST_PARTS = 16;

/** Pixels of a window that a thread has room for. */
const MOST_TAPS = 65_536;

type Window = readonly [number, number, number, number, number, number, number, number];

function windowOf(info: ConvolutionInfo): Window {
  return [
    info.filterHeight,
    info.filterWidth,
    info.strideHeight,
    info.strideWidth,
    info.dilationHeight,
    info.dilationWidth,
    info.padInfo.top,
    info.padInfo.left,
  ];
}

function rowGrain(width: number, channels: number): number {
  return Math.max(1, Math.round(VALUES_AT_A_TIME / (width * channels)));
}

/** Whether a thread has room for what a pixel depends on. */
export function fitsTaps({ filterHeight, filterWidth }: ConvolutionInfo): boolean {
  return filterHeight * filterWidth <= MOST_TAPS;
}

/** A depthwise convolution. */
export function depthwiseForward(
  backend: SimdBackend,
  info: ConvolutionInfo,
  { x, filter }: { readonly x: TensorInfo; readonly filter: TensorInfo },
  { bias, activation }: Epilogue,
): TensorInfo {
  const y = backend.output(info.outShape);
  withRepeatedChannels(backend, x, info.outChannels / info.inChannels, (input) =>
    backend.run(
      command(
        'depthwiseConvolve',
        { total: info.batchSize * info.outHeight, grain: rowGrain(info.outWidth, info.outChannels) },
        input,
        info.inHeight,
        info.inWidth,
        info.outChannels,
        backend.pointer(filter),
        ...windowOf(info),
        backend.pointer(y),
        info.outHeight,
        info.outWidth,
        bias === undefined ? 0 : backend.pointer(bias),
        activation.number,
        activation.slope,
      ),
    ),
  );
  return y;
}

/** Its gradient by the input. */
export function depthwiseBack(
  backend: SimdBackend,
  info: ConvolutionInfo,
  { dy, filter }: { readonly dy: TensorInfo; readonly filter: TensorInfo },
): TensorInfo {
  const { batchSize, inHeight, inWidth, outChannels } = info;
  const dx = backend.output([batchSize, inHeight, inWidth, outChannels]);
  backend.run(
    command(
      'depthwiseConvolveBack',
      { total: batchSize * inHeight, grain: rowGrain(inWidth, outChannels) },
      backend.pointer(dy),
      info.outHeight,
      info.outWidth,
      outChannels,
      backend.pointer(filter),
      ...windowOf(info),
      backend.pointer(dx),
      inHeight,
      inWidth,
    ),
  );
  return sumsOfRepeats(backend, dx, outChannels / info.inChannels);
}

/** Its gradient by the filter. */
export function depthwiseFilterGradient(
  backend: SimdBackend,
  info: ConvolutionInfo,
  { x, dy }: { readonly x: TensorInfo; readonly dy: TensorInfo },
): TensorInfo {
  const { outChannels } = info;
  const dFilter = backend.output(info.filterShape);
  const rowCount = info.batchSize * info.outHeight;
  const partRows = Math.max(1, Math.ceil(rowCount / MOST_PARTS));
  const partCount = Math.max(1, Math.ceil(rowCount / partRows));
  const tapCount = info.filterHeight * info.filterWidth;
  const partBytes = tapCount * Math.ceil(outChannels / 4) * 16;
  withRepeatedChannels(backend, x, outChannels / info.inChannels, (input) =>
    backend.withScratch(partCount * partBytes, (parts) =>
      backend.run(
        command(
          'depthwiseFilterGradient',
          { total: partCount, grain: 1 },
          input,
          info.inHeight,
          info.inWidth,
          outChannels,
          ...windowOf(info),
          backend.pointer(dy),
          info.outHeight,
          info.outWidth,
          parts,
          rowCount,
          partRows,
        ),
        command(
          'sumDepthwiseParts',
          { total: tapCount, grain: tapCount },
          parts,
          partCount,
          tapCount,
          outChannels,
          backend.pointer(dFilter),
        ),
      ),
    ),
  );
  return dFilter;
}

import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../../backend/simd-backend.ts';
import { command } from '../../compute/command.ts';
import type { ConvolutionInfo } from './convolution-info.ts';
import { fitsThread, forwardPass, PLANES, suitsWinograd } from './winograd.ts';

/** Parts of a filter's gradient: enough for many threads to have equal shares. */
const MOST_PARTS = 16;

/** Whether the gradient by the filter is faster by Winograd's way. */
export function suitsWinogradGradient(info: ConvolutionInfo): boolean {
  return suitsWinograd(info) && fitsThread(forwardPass(info));
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

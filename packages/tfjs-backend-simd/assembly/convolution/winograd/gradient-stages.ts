import { OUTER_BYTES } from '../../tiles';
import { addPlane } from './outer-products';
import { planeBytes } from './room';
import { gradientsToPlanes, inputsToPlanes } from './tiles-to-planes';

/** Quads of channels that an item multiplies. */
const ITEM_QUADS: i32 = 8;

/** Transforms inputs and gradients of `blockTiles` tiles after the `first`. Items are tiles, begun at a multiple of 6. */
export function winogradPairs(
  input: usize, height: i32, width: i32, channels: i32, padTop: i32, padLeft: i32,
  gradient: usize, outHeight: i32, outWidth: i32, outChannels: i32, size: i32,
  first: i32, blockTiles: i32, inputs: usize, gradients: usize, begin: i32, end: i32,
): void {
  const across = (outWidth + size - 1) / size;
  const perImage = across * ((outHeight + size - 1) / size);
  const quadCount = (channels + 3) >> 2;
  const panelCount = (outChannels + 7) >> 3;
  const inputPlane = planeBytes(blockTiles, quadCount * 4);
  const gradientPlane = planeBytes(blockTiles, panelCount * 8);
  inputsToPlanes(
    input, height, width, channels, padTop, padLeft, across, perImage, size,
    first, inputs, inputPlane, 96, (<usize>blockTiles) << 4, begin, end,
  );
  gradientsToPlanes(
    gradient, outHeight, outWidth, outChannels, across, perImage, size,
    first, gradients, gradientPlane, (<usize>blockTiles) << 5, begin, end,
  );
}

/** Adds products of what `winogradPairs` left to `sums`, or puts them there. Items are eights of quads, plane by plane. */
export function winogradOuterProducts(
  inputs: usize, channels: i32, gradients: usize, outChannels: i32, blockTiles: i32, sums: usize, isFirst: i32,
  begin: i32, end: i32,
): void {
  const quadCount = (channels + 3) >> 2;
  const panelCount = (outChannels + 7) >> 3;
  const inputPlane = planeBytes(blockTiles, quadCount * 4);
  const gradientPlane = planeBytes(blockTiles, panelCount * 8);
  const quadBytes = <usize>panelCount * OUTER_BYTES;
  const perPlane = (quadCount + ITEM_QUADS - 1) / ITEM_QUADS;
  for (let item = begin; item < end; item++) {
    const plane = <usize>(item / perPlane);
    const quad = (item % perPlane) * ITEM_QUADS;
    const last = min(quadCount, quad + ITEM_QUADS);
    const planeSums = sums + plane * <usize>quadCount * quadBytes;
    if (isFirst !== 0) memory.fill(planeSums + <usize>quad * quadBytes, 0, <usize>(last - quad) * quadBytes);
    addPlane(blockTiles, inputs + plane * inputPlane, quad, last, gradients + plane * gradientPlane, panelCount, planeSums);
  }
}

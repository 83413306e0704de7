import { OUTER_BYTES } from '../../tiles';
import { addPlane } from './outer-products';
import { PLANES, planeBytes, planeRoom } from './room';
import { gradientsToPlanes, inputsToPlanes } from './tiles-to-planes';

/**
 * Gradients of a transformed filter in parts, each of `partTiles` tiles of images: `[partCount][36][quads][panels][4][8]`.
 * Tiles are taken in groups of `groupTiles`. Items are parts.
 */
export function winogradFilterGradient(
  input: usize, height: i32, width: i32, channels: i32, padTop: i32, padLeft: i32,
  gradient: usize, outHeight: i32, outWidth: i32, outChannels: i32, size: i32,
  parts: usize, tileCount: i32, partTiles: i32, groupTiles: i32, begin: i32, end: i32,
): void {
  const across = (outWidth + size - 1) / size;
  const perImage = across * ((outHeight + size - 1) / size);
  const quadCount = (channels + 3) >> 2;
  const panelCount = (outChannels + 7) >> 3;
  const inputPlane = planeBytes(groupTiles, quadCount * 4);
  const gradientPlane = planeBytes(groupTiles, panelCount * 8);
  const gradients = planeRoom() + <usize>PLANES * inputPlane;
  const partBytes = <usize>(PLANES * quadCount * panelCount) * OUTER_BYTES;
  for (let part = begin; part < end; part++) {
    const sums = parts + <usize>part * partBytes;
    memory.fill(sums, 0, partBytes);
    const last = min(tileCount, (part + 1) * partTiles);
    for (let first = part * partTiles; first < last; first += groupTiles) {
      const count = min(groupTiles, last - first);
      inputsToPlanes(
        input, height, width, channels, padTop, padLeft, across, perImage, size,
        first, planeRoom(), inputPlane, 96, (<usize>count) << 4, 0, count,
      );
      gradientsToPlanes(
        gradient, outHeight, outWidth, outChannels, across, perImage, size,
        first, gradients, gradientPlane, (<usize>count) << 5, 0, count,
      );
      for (let plane: usize = 0; plane < <usize>PLANES; plane++)
        addPlane(
          count, planeRoom() + plane * inputPlane, 0, quadCount, gradients + plane * gradientPlane, panelCount,
          sums + plane * <usize>(quadCount * panelCount) * OUTER_BYTES,
        );
    }
  }
}

import { addOuterProducts } from '../../products/tiles';
import { PLANES, planeBytes, planeRoom } from './room';
import { lookAtTile } from './tile-grid';
import { gradientToPlanes, inputToPlanes } from './transform-tiles';

const TILE_BYTES: usize = 128;

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
  const partBytes = <usize>(PLANES * quadCount * panelCount) * TILE_BYTES;
  for (let part = begin; part < end; part++) {
    const sums = parts + <usize>part * partBytes;
    memory.fill(sums, 0, partBytes);
    const last = min(tileCount, (part + 1) * partTiles);
    for (let first = part * partTiles; first < last; first += groupTiles) {
      const count = min(groupTiles, last - first);
      for (let tile = 0; tile < count; tile++) {
        lookAtTile(first + tile, across, perImage, input, height, width, channels, size, padTop, padLeft, 6);
        for (let quad = 0; quad < quadCount; quad++)
          inputToPlanes(quad * 4, planeRoom() + ((<usize>(quad * count + tile)) << 4), inputPlane);
        lookAtTile(first + tile, across, perImage, gradient, outHeight, outWidth, outChannels, size, 0, 0, size);
        for (let half = 0; half < panelCount * 2; half++)
          gradientToPlanes(size, half * 4, gradients + <usize>((half >> 1) * count + tile) * 32 + <usize>((half & 1) << 4), gradientPlane);
      }
      addPlanes(count, quadCount, panelCount, inputPlane, gradients, gradientPlane, sums);
    }
  }
}

function addPlanes(
  count: i32, quadCount: i32, panelCount: i32, inputPlane: usize, gradients: usize, gradientPlane: usize, sums: usize,
): void {
  let inputs = planeRoom();
  for (let plane = 0; plane < PLANES; plane++) {
    for (let quad = 0; quad < quadCount; quad++)
      for (let panel = 0; panel < panelCount; panel++) {
        addOuterProducts(count, inputs + <usize>(quad * count * 16), gradients + <usize>(panel * count * 32), sums);
        sums += TILE_BYTES;
      }
    inputs += inputPlane;
    gradients += gradientPlane;
  }
}

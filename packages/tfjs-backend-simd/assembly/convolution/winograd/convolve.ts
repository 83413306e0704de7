import { multiplySixRows, QUAD_BYTES } from '../../products/tiles';
import { packedRow } from '../../products/pack-left';
import { PLANES, planeBytes, planeRoom } from './room';
import { lookAtTile } from './tile-grid';
import { inputToPlanes, planesToOutput } from './transform-tiles';

/**
 * Convolution with stride 1 by Winograd's way, plus bias, activated: tiles of `size` times `size` outputs (4 for windows
 * of 3 x 3, 2 for 5 x 5) from 6 x 6 inputs. Items are groups of `groupTiles` tiles, a multiple of 6.
 */
export function winogradConvolve(
  input: usize, height: i32, width: i32, channels: i32, padTop: i32, padLeft: i32,
  filter: usize, output: usize, outHeight: i32, outWidth: i32, outChannels: i32, size: i32,
  bias: usize, activation: i32, slope: f32, tileCount: i32, groupTiles: i32, begin: i32, end: i32,
): void {
  const across = (outWidth + size - 1) / size;
  const perImage = across * ((outHeight + size - 1) / size);
  const quadCount = (channels + 3) >> 2;
  const panelCount = (outChannels + 7) >> 3;
  const inputPlane = planeBytes(groupTiles, quadCount * 4);
  const outputPlane = planeBytes(groupTiles, panelCount * 8);
  const products = planeRoom() + <usize>PLANES * inputPlane;
  for (let item = begin; item < end; item++) {
    const first = item * groupTiles;
    const count = min(groupTiles, tileCount - first);
    for (let tile = 0; tile < count; tile++) {
      lookAtTile(first + tile, across, perImage, input, height, width, channels, size, padTop, padLeft, 6);
      let to = packedRow(planeRoom(), quadCount, tile);
      for (let quad = 0; quad < quadCount; quad++) {
        inputToPlanes(quad * 4, to, inputPlane);
        to += QUAD_BYTES;
      }
    }
    multiplyPlanes(count, quadCount, panelCount, inputPlane, filter, products, outputPlane);
    for (let tile = 0; tile < count; tile++) {
      lookAtTile(first + tile, across, perImage, output, outHeight, outWidth, outChannels, size, 0, 0, size);
      let from = packedRow(products, panelCount * 2, tile);
      for (let channel = 0; channel < outChannels; channel += 4) {
        planesToOutput(size, channel, outChannels, from, outputPlane, bias, activation, slope);
        from += QUAD_BYTES;
      }
    }
  }
}

function multiplyPlanes(
  count: i32, quadCount: i32, panelCount: i32, inputPlane: usize, filter: usize, products: usize, outputPlane: usize,
): void {
  const leftBytes = <usize>quadCount * QUAD_BYTES;
  const productBytes = <usize>panelCount * (2 * QUAD_BYTES);
  let left = planeRoom();
  for (let plane = 0; plane < PLANES; plane++) {
    for (let panel = 0; panel < panelCount; panel++) {
      let rows = left;
      let product = products + <usize>panel * (2 * QUAD_BYTES);
      for (let tile = 0; tile < count; tile += 6) {
        multiplySixRows(quadCount, rows, filter, product);
        rows += leftBytes;
        product += productBytes;
      }
      filter += (<usize>quadCount) << 7;
    }
    left += inputPlane;
    products += outputPlane;
  }
}

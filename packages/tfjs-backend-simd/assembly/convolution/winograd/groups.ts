import { packedRow } from '../../products/pack-left';
import { multiplySix, panelsAtOnce, QUAD_BYTES, TILE_BYTES } from '../../tiles';
import { lookAtTile } from './tile-grid';
import { inputToPlanes, planesToOutput } from './transform-tiles';

/** Transforms the inputs of tiles `begin` to `end` after the `first`, as packed rows, one for each tile, in each plane. */
export function transformGroup(
  input: usize, height: i32, width: i32, channels: i32, padTop: i32, padLeft: i32, across: i32, perImage: i32, size: i32,
  first: i32, planes: usize, plane: usize, begin: i32, end: i32,
): void {
  const quadCount = (channels + 3) >> 2;
  for (let tile = begin; tile < end; tile++) {
    lookAtTile(first + tile, across, perImage, input, height, width, channels, size, padTop, padLeft, 6);
    let to = packedRow(planes, quadCount, tile);
    for (let quad = 0; quad < quadCount; quad++) {
      inputToPlanes(quad * 4, to, plane);
      to += QUAD_BYTES;
    }
  }
}

/** Multiplies the rows of one plane with panels `begin` to `end` of the filter's. */
export function multiplyPlane(
  rows: usize, count: i32, quadCount: i32, filter: usize, panelCount: i32, products: usize, begin: i32, end: i32,
): void {
  const rowBytes = <usize>quadCount * QUAD_BYTES;
  const productBytes = <usize>panelCount * TILE_BYTES;
  let panels = 0;
  for (let panel = begin; panel < end; panel += panels) {
    panels = panelsAtOnce(end - panel);
    const right = filter + ((<usize>(panel * quadCount)) << 7);
    let left = rows;
    let product = products + <usize>panel * TILE_BYTES;
    for (let tile = 0; tile < count; tile += 6) {
      multiplySix(panels, quadCount, left, right, product);
      left += rowBytes;
      product += productBytes;
    }
  }
}

/** Transforms products back to the outputs of tiles `begin` to `end` after the `first`. */
export function finishGroup(
  products: usize, plane: usize, output: usize, outHeight: i32, outWidth: i32, outChannels: i32,
  across: i32, perImage: i32, size: i32, bias: usize, activation: i32, slope: f32, first: i32, begin: i32, end: i32,
): void {
  const groupBytes = <usize>((outChannels + 7) >> 3) * TILE_BYTES;
  for (let tile = begin; tile < end; tile++) {
    lookAtTile(first + tile, across, perImage, output, outHeight, outWidth, outChannels, size, 0, 0, size);
    const row = products + <usize>(tile / 6) * groupBytes + ((<usize>(tile % 6)) << 5);
    for (let channel = 0; channel < outChannels; channel += 4) {
      const from = row + <usize>(channel >> 3) * TILE_BYTES + ((<usize>(channel & 4)) << 2);
      planesToOutput(size, channel, outChannels, from, plane, bias, activation, slope);
    }
  }
}

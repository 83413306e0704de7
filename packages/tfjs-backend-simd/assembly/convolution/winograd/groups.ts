import { multiplySix, panelsAtOnce, QUAD_BYTES, TILE_BYTES } from '../../tiles';
import { lookAtTile } from './tile-grid';
import { inputsToPlanes } from './tiles-to-planes';
import { planesToOutput } from './transform-tiles';

/** Panels of a tile's products that are transformed back together. */
const SOME_PANELS: i32 = 2;

/** Transforms the inputs of tiles `begin` to `end` after the `first`, as packed rows, one for each tile, in each plane. */
export function transformGroup(
  input: usize, height: i32, width: i32, channels: i32, padTop: i32, padLeft: i32, across: i32, perImage: i32, size: i32,
  first: i32, planes: usize, plane: usize, begin: i32, end: i32,
): void {
  const sixBytes = <usize>((channels + 3) >> 2) * QUAD_BYTES;
  inputsToPlanes(
    input, height, width, channels, padTop, padLeft, across, perImage, size,
    first, planes, plane, sixBytes, QUAD_BYTES, begin, end,
  );
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

/** Transforms products back to the outputs of tiles `begin`, a multiple of 6, to `end` after the `first`. */
export function finishGroup(
  products: usize, plane: usize, output: usize, outHeight: i32, outWidth: i32, outChannels: i32,
  across: i32, perImage: i32, size: i32, bias: usize, activation: i32, slope: f32, first: i32, begin: i32, end: i32,
): void {
  const panelCount = (outChannels + 7) >> 3;
  for (let six = begin; six < end; six += 6)
    for (let some = 0; some < panelCount; some += SOME_PANELS) {
      const last = min(panelCount, some + SOME_PANELS);
      let row = products + <usize>((six / 6) * panelCount) * TILE_BYTES;
      for (let tile = six; tile < min(six + 6, end); tile++) {
        lookAtTile(first + tile, across, perImage, output, outHeight, outWidth, outChannels, size, 0, 0, size);
        for (let panel = some; panel < last; panel++)
          planesToOutput(size, panel * 8, row + <usize>panel * TILE_BYTES, plane, bias, activation, slope);
        row += 32;
      }
    }
}

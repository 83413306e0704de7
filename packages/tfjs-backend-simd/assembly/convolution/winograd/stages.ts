import { finishGroup, multiplyPlane, transformGroup } from './groups';
import { planeBytes } from './room';

/** Panels of eight outputs that an item multiplies with. */
const ITEM_PANELS: i32 = 8;

// With many channels, few tiles fit into the room of a thread, and all of the filter would be read again for each few. So
// a block of `blockTiles` tiles after the `first` is transformed, multiplied plane by plane, and transformed back.

/** Transforms the inputs of a block. Items are sixes of tiles. */
export function winogradInputs(
  input: usize, height: i32, width: i32, channels: i32, padTop: i32, padLeft: i32, outHeight: i32, outWidth: i32,
  size: i32, first: i32, blockTiles: i32, planes: usize, begin: i32, end: i32,
): void {
  const across = (outWidth + size - 1) / size;
  const perImage = across * ((outHeight + size - 1) / size);
  const plane = planeBytes((blockTiles + 5) / 6 * 6, (channels + 3) & ~3);
  const last = min(blockTiles, end * 6);
  transformGroup(input, height, width, channels, padTop, padLeft, across, perImage, size, first, planes, plane, begin * 6, last);
}

/** Multiplies a block with the filter. Items are eights of panels of the filter, plane by plane. */
export function winogradProducts(
  planes: usize, channels: i32, filter: usize, outChannels: i32, blockTiles: i32, products: usize, begin: i32, end: i32,
): void {
  const rows = (blockTiles + 5) / 6 * 6;
  const quadCount = (channels + 3) >> 2;
  const panelCount = (outChannels + 7) >> 3;
  const inputPlane = planeBytes(rows, quadCount * 4);
  const outputPlane = planeBytes(rows, panelCount * 8);
  const filterPlane = (<usize>(panelCount * quadCount)) << 7;
  const perPlane = (panelCount + ITEM_PANELS - 1) / ITEM_PANELS;
  for (let item = begin; item < end; item++) {
    const plane = <usize>(item / perPlane);
    const panel = (item % perPlane) * ITEM_PANELS;
    multiplyPlane(
      planes + plane * inputPlane, blockTiles, quadCount, filter + plane * filterPlane, panelCount,
      products + plane * outputPlane, panel, min(panelCount, panel + ITEM_PANELS),
    );
  }
}

/** Transforms a block's products back to outputs, with bias and activation. Items are sixes of tiles. */
export function winogradOutputs(
  products: usize, output: usize, outHeight: i32, outWidth: i32, outChannels: i32, size: i32,
  bias: usize, activation: i32, slope: f32, first: i32, blockTiles: i32, begin: i32, end: i32,
): void {
  const across = (outWidth + size - 1) / size;
  const perImage = across * ((outHeight + size - 1) / size);
  const plane = planeBytes((blockTiles + 5) / 6 * 6, (outChannels + 7) & ~7);
  const last = min(blockTiles, end * 6);
  finishGroup(products, plane, output, outHeight, outWidth, outChannels, across, perImage, size, bias, activation, slope, first, begin * 6, last);
}

import { scratch } from '../scratch';
import {
  deltasOf, inputCountOf, inputsOf, layerAt, outputCountOf, panelCount, parameterPanelBytes, parametersOf,
} from './layers';
import { sumDeltas, sumRows, sumSparseTiles } from './sparse-gradient';

/** Items of a layer: panels of eight inputs, and its biases. */
export function itemCountOf(layer: usize): i32 {
  return panelCount(inputCountOf(layer)) + 1;
}

/** Adds the sums over the rows to a gradient in float64, laid out like the parameters. */
export function mlpGradient(
  network: usize, layerCount: i32, rowCount: i32, rowStride: i32, centre: usize, gradient: usize,
  begin: i32, end: i32,
): void {
  let first = 0;
  for (let index = 0; index < layerCount; index++) {
    const layer = layerAt(network, index);
    const itemCount = itemCountOf(layer);
    const layerCentre = index === 0 ? centre : 0;
    if (begin < first + itemCount) startLayer(layer, rowCount, rowStride, layerCentre);
    for (let item = max(begin, first); item < min(end, first + itemCount); item++) {
      const byteLength = tileBytes(layer, item - first);
      let to = gradient + ((parametersOf(layer) + ((<usize>(item - first)) << 8)) << 1);
      startItem(layer, item - first, rowCount, rowStride, layerCentre);
      for (let panel = 0; panel < panelCount(outputCountOf(layer)); panel++) {
        addDoubles(to, tileOf(layer, item - first, panel, rowCount, rowStride, layerCentre), byteLength);
        to += parameterPanelBytes(inputCountOf(layer)) << 1;
      }
    }
    first += itemCount;
  }
}

/** Bytes of an item's parameters in one panel of outputs. */
export function tileBytes(layer: usize, item: i32): usize {
  return item < panelCount(inputCountOf(layer)) ? 256 : 32;
}

/** To be called before the items of a layer. @param centre - Of its inputs, where these are sparse; else 0. */
export function startLayer(layer: usize, rowCount: i32, rowStride: i32, centre: usize): void {
  if (centre !== 0) sumDeltas(layer, filledRows(rowCount), (<usize>rowStride) << 5);
}

/** To be called before the tiles of an item. */
export function startItem(layer: usize, item: i32, rowCount: i32, rowStride: i32, centre: usize): void {
  if (centre !== 0 && item < panelCount(inputCountOf(layer)))
    sumSparseTiles(layer, item, filledRows(rowCount), (<usize>rowStride) << 5, centre);
}

/** The sum over the rows of `input * delta`, in scratch: eight inputs by eight outputs, or the biases of eight outputs. */
export function tileOf(
  layer: usize, item: i32, panel: i32, rowCount: i32, rowStride: i32, centre: usize,
): usize {
  const panelBytes = (<usize>rowStride) << 5;
  const deltas = deltasOf(layer) + (<usize>panel) * panelBytes;
  if (item === panelCount(inputCountOf(layer))) {
    sumRows(deltas, filledRows(rowCount), scratch);
    return scratch;
  }
  if (centre !== 0) return scratch + ((<usize>panel) << 8);
  const inputs = inputsOf(layer) + (<usize>item) * panelBytes;
  sumProducts(inputs, deltas, filledRows(rowCount), scratch);
  sumProducts(inputs + 16, deltas, filledRows(rowCount), scratch + 128);
  return scratch;
}

function filledRows(rowCount: i32): i32 {
  return (rowCount + 3) & ~3;
}

/** Four inputs by eight outputs, row after row. @param rows - A multiple of four. */
function sumProducts(inputs: usize, deltas: usize, rows: i32, to: usize): void {
  let s00 = f32x4.splat(0), s01 = s00, s10 = s00, s11 = s00;
  let s20 = s00, s21 = s00, s30 = s00, s31 = s00;
  for (const end = deltas + ((<usize>rows) << 5); deltas < end; deltas += 64, inputs += 64) {
    let d0 = v128.load(deltas), d1 = v128.load(deltas, 16);
    let x0 = v128.load32_splat(inputs), x1 = v128.load32_splat(inputs, 4);
    let x2 = v128.load32_splat(inputs, 8), x3 = v128.load32_splat(inputs, 12);
    s00 = f32x4.add(s00, f32x4.mul(x0, d0)); s01 = f32x4.add(s01, f32x4.mul(x0, d1));
    s10 = f32x4.add(s10, f32x4.mul(x1, d0)); s11 = f32x4.add(s11, f32x4.mul(x1, d1));
    s20 = f32x4.add(s20, f32x4.mul(x2, d0)); s21 = f32x4.add(s21, f32x4.mul(x2, d1));
    s30 = f32x4.add(s30, f32x4.mul(x3, d0)); s31 = f32x4.add(s31, f32x4.mul(x3, d1));
    d0 = v128.load(deltas, 32); d1 = v128.load(deltas, 48);
    x0 = v128.load32_splat(inputs, 32); x1 = v128.load32_splat(inputs, 36);
    x2 = v128.load32_splat(inputs, 40); x3 = v128.load32_splat(inputs, 44);
    s00 = f32x4.add(s00, f32x4.mul(x0, d0)); s01 = f32x4.add(s01, f32x4.mul(x0, d1));
    s10 = f32x4.add(s10, f32x4.mul(x1, d0)); s11 = f32x4.add(s11, f32x4.mul(x1, d1));
    s20 = f32x4.add(s20, f32x4.mul(x2, d0)); s21 = f32x4.add(s21, f32x4.mul(x2, d1));
    s30 = f32x4.add(s30, f32x4.mul(x3, d0)); s31 = f32x4.add(s31, f32x4.mul(x3, d1));
  }
  v128.store(to, s00); v128.store(to, s01, 16); v128.store(to, s10, 32); v128.store(to, s11, 48);
  v128.store(to, s20, 64); v128.store(to, s21, 80); v128.store(to, s30, 96); v128.store(to, s31, 112);
}

function addDoubles(to: usize, from: usize, byteLength: usize): void {
  for (const end = from + byteLength; from < end; from += 16, to += 32) {
    const values = v128.load(from);
    const upper = v128.shuffle<f32>(values, values, 2, 3, 0, 1);
    v128.store(to, f64x2.add(v128.load(to), f64x2.promote_low_f32x4(values)));
    v128.store(to, f64x2.add(v128.load(to, 16), f64x2.promote_low_f32x4(upper)), 16);
  }
}

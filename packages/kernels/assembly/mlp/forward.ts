import { scratch } from '../scratch';
import { activateQuad } from './activation';
import { clearRow, gatherBytes, gatherFloats } from './gather';
import {
  inputCountOf, inputsOf, layerAt, outputCountOf, outputsOf, panelCount, parameterPanelBytes, parametersOf,
} from './layers';
import { addRows } from './sparse';

/** What the first layer adds to bytes that are scaled but not centred: its biases less the share of the mean. */
export function mlpCentreBiases(
  network: usize, parameters: usize, centre: usize, biases: usize, begin: i32, end: i32,
): void {
  const panelBytes = parameterPanelBytes(inputCountOf(network));
  const inputBytes = (<usize>inputCountOf(network)) << 2;
  for (let panel = begin; panel < end; panel++) {
    const weights = parameters + parametersOf(network) + (<usize>panel) * panelBytes;
    let low = v128.load(weights + panelBytes - 32), high = v128.load(weights + panelBytes - 16);
    for (let i: usize = 0; i < inputBytes; i += 4) {
      const shift = v128.load32_splat(centre + i);
      low = f32x4.sub(low, f32x4.mul(shift, v128.load(weights + (i << 3))));
      high = f32x4.sub(high, f32x4.mul(shift, v128.load(weights + (i << 3), 16)));
    }
    v128.store(biases + ((<usize>panel) << 5), low);
    v128.store(biases + ((<usize>panel) << 5), high, 16);
  }
}

export function mlpForwardBytes(
  network: usize, layerCount: i32, activation: i32, parameters: usize, samples: usize, inverseScale: usize,
  biases: usize, order: usize, rowCount: i32, rowStride: i32, begin: i32, end: i32,
): void {
  const panelBytes = (<usize>rowStride) << 5;
  const featureCount = inputCountOf(network);
  const outputPanels = panelCount(outputCountOf(network));
  const weights = parameters + parametersOf(network);
  for (let row = begin << 2; row < end << 2; row++) {
    const inputs = inputsOf(network) + ((<usize>row) << 5);
    const outputs = outputsOf(network) + ((<usize>row) << 5);
    let list = scratch;
    if (row < rowCount) {
      const sample = samples + (<usize>load<u32>(order + ((<usize>row) << 2))) * (<usize>featureCount);
      list = gatherBytes(sample, featureCount, inverseScale, inputs, panelBytes, list);
    } else clearRow(featureCount, inputs, panelBytes);
    for (let panel: usize = 0; panel < <usize>outputPanels; panel++)
      memory.copy(outputs + panel * panelBytes, biases + (panel << 5), 32);
    addRows(scratch, list, outputPanels, weights, parameterPanelBytes(featureCount), outputs, panelBytes);
  }
  if (layerCount > 1) activateLayer(network, activation, panelBytes, begin, end);
  propagate(network, 1, layerCount, activation, parameters, panelBytes, begin, end);
}

export function mlpForwardFloats(
  network: usize, layerCount: i32, activation: i32, parameters: usize, samples: usize, order: usize, rowCount: i32,
  rowStride: i32, begin: i32, end: i32,
): void {
  const panelBytes = (<usize>rowStride) << 5;
  const featureCount = inputCountOf(network);
  for (let row = begin << 2; row < end << 2; row++) {
    const inputs = inputsOf(network) + ((<usize>row) << 5);
    if (row < rowCount) {
      const sample = (<usize>load<u32>(order + ((<usize>row) << 2))) * (<usize>featureCount);
      gatherFloats(samples + (sample << 2), featureCount, inputs, panelBytes);
    } else clearRow(featureCount, inputs, panelBytes);
  }
  propagate(network, 0, layerCount, activation, parameters, panelBytes, begin, end);
}

function activateLayer(layer: usize, activation: i32, panelBytes: usize, begin: i32, end: i32): void {
  const outputCount = outputCountOf(layer);
  for (let output = 0; output < outputCount; output += 8) {
    const panel = outputsOf(layer) + (<usize>(output >> 3)) * panelBytes;
    for (let quad = begin; quad < end; quad++)
      activateQuad(activation, panel + ((<usize>quad) << 7), min(8, outputCount - output));
  }
}

/** Through the layers from `first` on. A panel of parameters serves all fours of rows before the next one is read. */
function propagate(
  network: usize, first: i32, layerCount: i32, activation: i32, parameters: usize, panelBytes: usize,
  begin: i32, end: i32,
): void {
  for (let index = first; index < layerCount; index++) {
    const layer = layerAt(network, index);
    const inputPanels = panelCount(inputCountOf(layer));
    let weights = parameters + parametersOf(layer);
    let to = outputsOf(layer);
    for (let panel = 0; panel < panelCount(outputCountOf(layer)); panel++) {
      for (let quad = begin; quad < end; quad++) {
        const place = (<usize>quad) << 7;
        multiplyQuad(inputsOf(layer) + place, panelBytes, inputPanels, weights, to + place);
      }
      weights += parameterPanelBytes(inputCountOf(layer));
      to += panelBytes;
    }
    if (index < layerCount - 1) activateLayer(layer, activation, panelBytes, begin, end);
  }
}

/** Eight biases, and to them four rows times eight columns of weights, input after input. */
function multiplyQuad(inputs: usize, panelBytes: usize, panels: i32, weights: usize, to: usize): void {
  const end = weights + ((<usize>panels) << 8);
  let s00 = v128.load(end), s01 = v128.load(end, 16), s10 = s00, s11 = s01;
  let s20 = s00, s21 = s01, s30 = s00, s31 = s01;
  while (weights < end) {
    for (let w = weights, x = inputs, last = weights + 256; w < last; w += 128, x += 16) {
      let w0 = v128.load(w), w1 = v128.load(w, 16);
      let x0 = v128.load32_splat(x), x1 = v128.load32_splat(x, 32);
      let x2 = v128.load32_splat(x, 64), x3 = v128.load32_splat(x, 96);
      s00 = f32x4.add(s00, f32x4.mul(x0, w0)); s01 = f32x4.add(s01, f32x4.mul(x0, w1));
      s10 = f32x4.add(s10, f32x4.mul(x1, w0)); s11 = f32x4.add(s11, f32x4.mul(x1, w1));
      s20 = f32x4.add(s20, f32x4.mul(x2, w0)); s21 = f32x4.add(s21, f32x4.mul(x2, w1));
      s30 = f32x4.add(s30, f32x4.mul(x3, w0)); s31 = f32x4.add(s31, f32x4.mul(x3, w1));
      w0 = v128.load(w, 32); w1 = v128.load(w, 48);
      x0 = v128.load32_splat(x, 4); x1 = v128.load32_splat(x, 36);
      x2 = v128.load32_splat(x, 68); x3 = v128.load32_splat(x, 100);
      s00 = f32x4.add(s00, f32x4.mul(x0, w0)); s01 = f32x4.add(s01, f32x4.mul(x0, w1));
      s10 = f32x4.add(s10, f32x4.mul(x1, w0)); s11 = f32x4.add(s11, f32x4.mul(x1, w1));
      s20 = f32x4.add(s20, f32x4.mul(x2, w0)); s21 = f32x4.add(s21, f32x4.mul(x2, w1));
      s30 = f32x4.add(s30, f32x4.mul(x3, w0)); s31 = f32x4.add(s31, f32x4.mul(x3, w1));
      w0 = v128.load(w, 64); w1 = v128.load(w, 80);
      x0 = v128.load32_splat(x, 8); x1 = v128.load32_splat(x, 40);
      x2 = v128.load32_splat(x, 72); x3 = v128.load32_splat(x, 104);
      s00 = f32x4.add(s00, f32x4.mul(x0, w0)); s01 = f32x4.add(s01, f32x4.mul(x0, w1));
      s10 = f32x4.add(s10, f32x4.mul(x1, w0)); s11 = f32x4.add(s11, f32x4.mul(x1, w1));
      s20 = f32x4.add(s20, f32x4.mul(x2, w0)); s21 = f32x4.add(s21, f32x4.mul(x2, w1));
      s30 = f32x4.add(s30, f32x4.mul(x3, w0)); s31 = f32x4.add(s31, f32x4.mul(x3, w1));
      w0 = v128.load(w, 96); w1 = v128.load(w, 112);
      x0 = v128.load32_splat(x, 12); x1 = v128.load32_splat(x, 44);
      x2 = v128.load32_splat(x, 76); x3 = v128.load32_splat(x, 108);
      s00 = f32x4.add(s00, f32x4.mul(x0, w0)); s01 = f32x4.add(s01, f32x4.mul(x0, w1));
      s10 = f32x4.add(s10, f32x4.mul(x1, w0)); s11 = f32x4.add(s11, f32x4.mul(x1, w1));
      s20 = f32x4.add(s20, f32x4.mul(x2, w0)); s21 = f32x4.add(s21, f32x4.mul(x2, w1));
      s30 = f32x4.add(s30, f32x4.mul(x3, w0)); s31 = f32x4.add(s31, f32x4.mul(x3, w1));
    }
    weights += 256;
    inputs += panelBytes;
  }
  v128.store(to, s00); v128.store(to, s01, 16); v128.store(to, s10, 32); v128.store(to, s11, 48);
  v128.store(to, s20, 64); v128.store(to, s21, 80); v128.store(to, s30, 96); v128.store(to, s31, 112);
}

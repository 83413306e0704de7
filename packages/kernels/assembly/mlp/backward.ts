import { slopes } from './activation';
import {
  deltasOf, inputCountOf, inputsOf, layerAt, outputCountOf, panelCount, parameterPanelBytes, parametersOf,
} from './layers';
import { clearScores, logisticRow, softmaxRow } from './output';

/** From scores to losses and the derivatives of these with respect to what enters the units. Items are fours of rows. */
export function mlpBackward(
  network: usize, layerCount: i32, activation: i32, parameters: usize, codes: usize, order: usize, rowCount: i32,
  rowStride: i32, losses: usize, begin: i32, end: i32,
): void {
  const panelBytes = (<usize>rowStride) << 5;
  deltasOfOutput(layerAt(network, layerCount - 1), panelBytes, codes, order, rowCount, losses, begin, end);
  for (let index = layerCount - 1; index > 0; index--) {
    const layer = layerAt(network, index);
    const deltas = deltasOf(layerAt(network, index - 1));
    const weights = parameters + parametersOf(layer);
    const outputPanels = panelCount(outputCountOf(layer));
    const weightPanelBytes = parameterPanelBytes(inputCountOf(layer));
    for (let panel = 0; panel < panelCount(inputCountOf(layer)); panel++) {
      const offset = (<usize>panel) * panelBytes;
      for (let quad = begin; quad < end; quad++) {
        const place = (<usize>quad) << 7;
        for (let half: usize = 0; half < 32; half += 16) {
          const from = weights + ((<usize>panel) << 8) + (half << 3);
          const to = offset + place + half;
          const left = deltasOf(layer) + place;
          for (let pair: usize = 0; pair < 128; pair += 64)
            multiplyPair(left + pair, panelBytes, outputPanels, from, weightPanelBytes, deltas + to + pair);
          bend(activation, inputsOf(layer) + to, deltas + to);
        }
      }
    }
  }
}

function deltasOfOutput(
  layer: usize, panelBytes: usize, codes: usize, order: usize, rowCount: i32, losses: usize, begin: i32, end: i32,
): void {
  const outputCount = outputCountOf(layer);
  for (let row = begin << 2; row < end << 2; row++) {
    const at = deltasOf(layer) + ((<usize>row) << 5);
    if (row >= rowCount) {
      clearScores(at, panelBytes, outputCount);
      continue;
    }
    const code = load<i32>(codes + ((<usize>load<u32>(order + ((<usize>row) << 2))) << 2));
    const loss = outputCount === 1 ? logisticRow(at, code) : softmaxRow(at, panelBytes, outputCount, code);
    store<f32>(losses + ((<usize>row) << 2), <f32>loss);
  }
}

/** Two rows of derivatives times the weights of four inputs, each the sum of four partial sums. */
function multiplyPair(
  deltas: usize, panelBytes: usize, panels: i32, weights: usize, weightPanelBytes: usize, to: usize,
): void {
  let a0 = f32x4.splat(0), a1 = a0, a2 = a0, a3 = a0, b0 = a0, b1 = a0, b2 = a0, b3 = a0;
  for (let panel = 0; panel < panels; panel++) {
    let x = v128.load(deltas), y = v128.load(deltas, 32);
    let w = v128.load(weights); a0 = f32x4.add(a0, f32x4.mul(x, w)); b0 = f32x4.add(b0, f32x4.mul(y, w));
    w = v128.load(weights, 32); a1 = f32x4.add(a1, f32x4.mul(x, w)); b1 = f32x4.add(b1, f32x4.mul(y, w));
    w = v128.load(weights, 64); a2 = f32x4.add(a2, f32x4.mul(x, w)); b2 = f32x4.add(b2, f32x4.mul(y, w));
    w = v128.load(weights, 96); a3 = f32x4.add(a3, f32x4.mul(x, w)); b3 = f32x4.add(b3, f32x4.mul(y, w));
    x = v128.load(deltas, 16); y = v128.load(deltas, 48);
    w = v128.load(weights, 16); a0 = f32x4.add(a0, f32x4.mul(x, w)); b0 = f32x4.add(b0, f32x4.mul(y, w));
    w = v128.load(weights, 48); a1 = f32x4.add(a1, f32x4.mul(x, w)); b1 = f32x4.add(b1, f32x4.mul(y, w));
    w = v128.load(weights, 80); a2 = f32x4.add(a2, f32x4.mul(x, w)); b2 = f32x4.add(b2, f32x4.mul(y, w));
    w = v128.load(weights, 112); a3 = f32x4.add(a3, f32x4.mul(x, w)); b3 = f32x4.add(b3, f32x4.mul(y, w));
    deltas += panelBytes;
    weights += weightPanelBytes;
  }
  v128.store(to, sumsOfLanes(a0, a1, a2, a3));
  v128.store(to, sumsOfLanes(b0, b1, b2, b3), 32);
}

/** `(lane 0 + lane 2) + (lane 1 + lane 3)` of each vector. */
function sumsOfLanes(a: v128, b: v128, c: v128, d: v128): v128 {
  const ab = f32x4.add(v128.shuffle<f32>(a, b, 0, 1, 4, 5), v128.shuffle<f32>(a, b, 2, 3, 6, 7));
  const cd = f32x4.add(v128.shuffle<f32>(c, d, 0, 1, 4, 5), v128.shuffle<f32>(c, d, 2, 3, 6, 7));
  return f32x4.add(v128.shuffle<f32>(ab, cd, 0, 2, 4, 6), v128.shuffle<f32>(ab, cd, 1, 3, 5, 7));
}

/** Times the slope of the activation, for four rows of half a panel. */
function bend(activation: i32, values: usize, deltas: usize): void {
  for (let row: usize = 0; row < 128; row += 32)
    v128.store(deltas + row, f32x4.mul(v128.load(deltas + row), slopes(activation, v128.load(values + row))));
}

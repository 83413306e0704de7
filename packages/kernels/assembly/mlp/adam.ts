import { itemCountOf, startItem, startLayer, tileBytes, tileOf } from './gradient';
import { inputCountOf, layerAt, outputCountOf, panelCount, parameterPanelBytes, parametersOf } from './layers';
import { sumOfSquares } from './squares';

/** One step of Adam; the gradient of a tile is used where it is summed. */
export function mlpAdam(
  network: usize, layerCount: i32, rowCount: i32, rowStride: i32, centre: usize, parameters: usize, first: usize, second: usize,
  squares: usize, alpha: f32, rate: f32, beta1: f32, beta2: f32, epsilon: f32, begin: i32, end: i32,
): void {
  let start = 0;
  for (let index = 0; index < layerCount; index++) {
    const layer = layerAt(network, index);
    const itemCount = itemCountOf(layer);
    const layerCentre = index === 0 ? centre : 0;
    if (begin < start + itemCount) startLayer(layer, rowCount, rowStride, layerCentre);
    for (let item = max(begin, start); item < min(end, start + itemCount); item++) {
      const byteLength = tileBytes(layer, item - start);
      const isBias = byteLength === 32;
      let offset = parametersOf(layer) + ((<usize>(item - start)) << 8);
      let sum: f64 = 0;
      startItem(layer, item - start, rowCount, rowStride, layerCentre);
      for (let panel = 0; panel < panelCount(outputCountOf(layer)); panel++) {
        const gradient = tileOf(layer, item - start, panel, rowCount, rowStride, layerCentre);
        if (!isBias) sum += sumOfSquares(parameters + offset);
        moveTile(
          gradient, parameters + offset, first + offset, second + offset, byteLength,
          isBias ? 0 : alpha, 1 / <f32>rowCount, rate, beta1, beta2, epsilon,
        );
        offset += parameterPanelBytes(inputCountOf(layer));
      }
      const total = squares + ((<usize>item) << 3);
      store<f64>(total, load<f64>(total) + sum);
    }
    start += itemCount;
  }
}

function moveTile(
  gradient: usize, weights: usize, first: usize, second: usize, byteLength: usize,
  alpha: f32, share: f32, rate: f32, beta1: f32, beta2: f32, epsilon: f32,
): void {
  const alphas = f32x4.splat(alpha), shares = f32x4.splat(share), rates = f32x4.splat(rate);
  const keep1 = f32x4.splat(beta1), take1 = f32x4.splat(1 - beta1);
  const keep2 = f32x4.splat(beta2), take2 = f32x4.splat(1 - beta2);
  const epsilons = f32x4.splat(epsilon);
  for (let at: usize = 0; at < byteLength; at += 16) {
    const w = v128.load(weights + at);
    const g = f32x4.mul(f32x4.add(v128.load(gradient + at), f32x4.mul(alphas, w)), shares);
    const m = f32x4.add(f32x4.mul(keep1, v128.load(first + at)), f32x4.mul(take1, g));
    const v = f32x4.add(f32x4.mul(keep2, v128.load(second + at)), f32x4.mul(take2, f32x4.mul(g, g)));
    v128.store(first + at, m);
    v128.store(second + at, v);
    const step = f32x4.div(f32x4.mul(rates, m), f32x4.add(f32x4.sqrt(v), epsilons));
    v128.store(weights + at, f32x4.sub(w, step));
  }
}

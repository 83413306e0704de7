import { itemCountOf, startItem, startLayer, tileBytes, tileOf } from './gradient';
import { inputCountOf, layerAt, outputCountOf, panelCount, parameterPanelBytes, parametersOf } from './layers';
import { sumOfSquares } from './squares';

/** One step of gradient descent with momentum. */
export function mlpSgd(
  network: usize, layerCount: i32, rowCount: i32, rowStride: i32, centre: usize, parameters: usize, velocities: usize,
  squares: usize, alpha: f32, rate: f32, momentum: f32, isNesterov: i32, begin: i32, end: i32,
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
          gradient, parameters + offset, velocities + offset, byteLength,
          isBias ? 0 : alpha, 1 / <f32>rowCount, rate, momentum, isNesterov,
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
  gradient: usize, weights: usize, velocities: usize, byteLength: usize,
  alpha: f32, share: f32, rate: f32, momentum: f32, isNesterov: i32,
): void {
  const alphas = f32x4.splat(alpha), shares = f32x4.splat(share), rates = f32x4.splat(rate);
  const keep = f32x4.splat(momentum);
  for (let at: usize = 0; at < byteLength; at += 16) {
    const w = v128.load(weights + at);
    const g = f32x4.mul(f32x4.add(v128.load(gradient + at), f32x4.mul(alphas, w)), shares);
    const push = f32x4.mul(rates, g);
    const velocity = f32x4.sub(f32x4.mul(keep, v128.load(velocities + at)), push);
    v128.store(velocities + at, velocity);
    const step = isNesterov !== 0 ? f32x4.sub(f32x4.mul(keep, velocity), push) : velocity;
    v128.store(weights + at, f32x4.add(w, step));
  }
}

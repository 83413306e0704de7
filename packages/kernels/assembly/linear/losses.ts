import { sumF32 } from '../lanes';
import { expOfNegatives, logOfOnePlus } from './exponential';

/** Which loss: as `LINEAR_LOSSES` numbers them. */
export const MULTINOMIAL: i32 = 0;
export const LOGISTIC: i32 = 1;

/**
 * Log loss of the softmax of all outputs. Replaces the margins by their slopes; adds these to `slopeSums` and the loss
 * to the first of `losses`.
 *
 * @param stride - Bytes of the margins of a row; lanes behind the last output hold an intercept of -1e30.
 */
export function multinomialLoss(
  margins: usize, count: i32, stride: usize, intercepts: usize, codes: usize, weights: usize, slopeSums: usize, losses: usize,
): void {
  let loss: f64 = 0;
  for (let row = 0; row < count; row++) {
    const from = margins + (<usize>row) * stride;
    let largest = f32x4.splat(-1e30);
    for (let at: usize = 0; at < stride; at += 16) {
      const margin = f32x4.add(v128.load(from + at), v128.load(intercepts + at));
      v128.store(from + at, margin);
      largest = f32x4.pmax(largest, margin);
    }
    const top = max(
      max(f32x4.extract_lane(largest, 0), f32x4.extract_lane(largest, 1)),
      max(f32x4.extract_lane(largest, 2), f32x4.extract_lane(largest, 3)),
    );
    const own = from + ((<usize>load<i32>(codes + ((<usize>row) << 2))) << 2);
    const ownMargin = load<f32>(own);
    let sum = f32x4.splat(0);
    for (let at: usize = 0; at < stride; at += 16) {
      const part = expOfNegatives(f32x4.sub(v128.load(from + at), f32x4.splat(top)));
      v128.store(from + at, part);
      sum = f32x4.add(sum, part);
    }
    const total = sumF32(sum);
    const weight = load<f32>(weights + ((<usize>row) << 2));
    loss += <f64>weight * (<f64>(top - ownMargin) + Math.log(<f64>total));
    const share = f32x4.splat(weight / total);
    for (let at: usize = 0; at < stride; at += 16) v128.store(from + at, f32x4.mul(v128.load(from + at), share));
    store<f32>(own, load<f32>(own) - weight);
  }
  store<f64>(losses, load<f64>(losses) + loss);
  for (let at: usize = 0; at < stride; at += 16) {
    let slope = f32x4.splat(0);
    for (let row: usize = 0; row < <usize>count; row++) slope = f32x4.add(slope, v128.load(margins + row * stride + at));
    addDoubles(slopeSums + at + at, slope);
  }
}

/**
 * Loss of each output on its own, of its class against the rest. Replaces the margins by their slopes; adds these to
 * `slopeSums` and the losses to `losses`.
 *
 * @param classes - `[lanes]`: the class of each output.
 * @param sideWeights - `[2][lanes]`: how much the samples of the rest and of the class count for each output.
 */
export function lossOfEach(
  kind: i32, margins: usize, count: i32, stride: usize, intercepts: usize, classes: usize, codes: usize, weights: usize,
  sideWeights: usize, slopeSums: usize, losses: usize,
): void {
  const one = f32x4.splat(1), zero = f32x4.splat(0), two = f32x4.splat(2), sign = i32x4.splat(0x80000000);
  for (let at: usize = 0; at < stride; at += 16) {
    const intercept = v128.load(intercepts + at), ofLane = v128.load(classes + at);
    const restWeight = v128.load(sideWeights + at), ownWeight = v128.load(sideWeights + stride + at);
    let slopeSum = zero, lossSum = zero;
    for (let row = 0; row < count; row++) {
      const place = margins + (<usize>row) * stride + at;
      const ofRow = (<usize>row) << 2;
      const isOwn = i32x4.eq(v128.load32_splat(codes + ofRow), ofLane);
      const turn = v128.and(isOwn, sign);
      const wrongness = v128.xor(f32x4.add(v128.load(place), intercept), turn);
      let slope = zero, loss = zero;
      if (kind === LOGISTIC) {
        const e = expOfNegatives(v128.or(wrongness, sign));
        slope = f32x4.div(v128.bitselect(one, e, f32x4.gt(wrongness, zero)), f32x4.add(one, e));
        loss = f32x4.add(f32x4.pmax(wrongness, zero), logOfOnePlus(e));
      } else {
        const excess = f32x4.pmax(f32x4.add(one, wrongness), zero);
        loss = f32x4.mul(excess, excess);
        slope = f32x4.mul(two, excess);
      }
      const weight = f32x4.mul(v128.load32_splat(weights + ofRow), v128.bitselect(ownWeight, restWeight, isOwn));
      slope = v128.xor(f32x4.mul(slope, weight), turn);
      v128.store(place, slope);
      slopeSum = f32x4.add(slopeSum, slope);
      lossSum = f32x4.add(lossSum, f32x4.mul(loss, weight));
    }
    addDoubles(slopeSums + at + at, slopeSum);
    addDoubles(losses + at + at, lossSum);
  }
}

function addDoubles(to: usize, values: v128): void {
  const high = i8x16.shuffle(values, values, 8, 9, 10, 11, 12, 13, 14, 15, 8, 9, 10, 11, 12, 13, 14, 15);
  v128.store(to, f64x2.add(v128.load(to), f64x2.promote_low_f32x4(values)));
  v128.store(to, f64x2.add(v128.load(to, 16), f64x2.promote_low_f32x4(high)), 16);
}

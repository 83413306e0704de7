import {
  bounds, countSteps, diagonals, duals, FAR, gradients, growth, held, judge, moves, rows, setMiddle, shrinkage,
} from './variables';

const TAU: f64 = 1e-12;

let chosen: i32 = 0;
let largest: f64 = 0;
let smallest: f64 = 0;

/** How many variables, from the first on, have gradients that `solveHeld` keeps up to date. */
export function keptUp(): i32 {
  return (held + 3) & ~3;
}

/**
 * Sequential minimal optimisation among the held variables, with second-order selection.
 *
 * @returns whether their violation is at most `tolerance`; else `most` steps were not enough.
 * @see Fan, Chen & Lin 2005, "Working set selection using second order information", WSS 2.
 */
export function solveHeld(tolerance: f64, most: i32): bool {
  if (held === 0) return true;
  let first = <usize>load<u32>(rows), second = first;
  let step: f64 = 0;
  let count = 0;
  for (; ; count++) {
    moveGradients(step, first, second);
    if (!(largest - smallest > tolerance) || count >= most) break;
    const i = chosen;
    first = <usize>load<u32>(rows + ((<usize>i) << 2));
    choosePartner(i, first);
    const j = chosen;
    second = <usize>load<u32>(rows + ((<usize>j) << 2));
    step = moveDuals(i, j, <f64>load<f32>(first + ((<usize>j) << 2)));
  }
  countSteps(count);
  if (largest > -FAR / 2 && smallest < FAR / 2) setMiddle(0.5 * (largest + smallest));
  return !(largest - smallest > tolerance);
}

/** Takes the last step to the gradients, and finds the variable that gains most by growing. */
function moveGradients(step: f64, first: usize, second: usize): void {
  const by = f64x2.splat(step), end = (<usize>keptUp()) << 2;
  let best0 = f64x2.splat(-FAR), best1 = best0, low0 = f64x2.splat(FAR), low1 = low0;
  let at0 = i64x2.splat(0), at1 = at0, place = i64x2(0, 1);
  const two = i64x2.splat(2), four = i64x2.splat(4);
  for (let p: usize = 0; p < end; p += 16) {
    const a = v128.load(first + p), b = v128.load(second + p);
    const d0 = f64x2.sub(f64x2.promote_low_f32x4(a), f64x2.promote_low_f32x4(b));
    const d1 = f64x2.sub(f64x2.promote_low_f32x4(upperHalf(a)), f64x2.promote_low_f32x4(upperHalf(b)));
    const q = p << 1;
    const g0 = f64x2.sub(v128.load(gradients + q), f64x2.mul(by, d0));
    const g1 = f64x2.sub(v128.load(gradients + q, 16), f64x2.mul(by, d1));
    v128.store(gradients + q, g0);
    v128.store(gradients + q, g1, 16);
    const up0 = f64x2.add(g0, v128.load(growth + q)), up1 = f64x2.add(g1, v128.load(growth + q, 16));
    at0 = v128.bitselect(place, at0, f64x2.gt(up0, best0));
    at1 = v128.bitselect(place, at1, f64x2.gt(up1, best1));
    best0 = f64x2.pmax(best0, up0);
    best1 = f64x2.pmax(best1, up1);
    low0 = f64x2.pmin(low0, f64x2.add(g0, v128.load(shrinkage + q)));
    low1 = f64x2.pmin(low1, f64x2.add(g1, v128.load(shrinkage + q, 16)));
    place = i64x2.add(place, four);
  }
  const isLater = f64x2.gt(best1, best0);
  const best = f64x2.pmax(best0, best1);
  const at = v128.bitselect(i64x2.add(at1, two), at0, isLater);
  const low = f64x2.pmin(low0, low1);
  const isOdd = f64x2.extract_lane(best, 1) > f64x2.extract_lane(best, 0);
  largest = isOdd ? f64x2.extract_lane(best, 1) : f64x2.extract_lane(best, 0);
  chosen = <i32>(isOdd ? i64x2.extract_lane(at, 1) : i64x2.extract_lane(at, 0));
  smallest = min(f64x2.extract_lane(low, 0), f64x2.extract_lane(low, 1));
}

/** Finds the variable with which `i` gains most. */
function choosePartner(i: i32, row: usize): void {
  const peak = f64x2.splat(largest), end = (<usize>keptUp()) << 2;
  const own = f32x4.splat(load<f32>(diagonals + ((<usize>i) << 2)));
  const least = f32x4.splat(<f32>TAU), two = f32x4.splat(2), four = i32x4.splat(4);
  let best = f32x4.splat(<f32>-FAR), at = i32x4.splat(0), place = i32x4(0, 1, 2, 3);
  for (let p: usize = 0; p < end; p += 16) {
    const q = p << 1;
    const d0 = f64x2.sub(peak, f64x2.add(v128.load(gradients + q), v128.load(shrinkage + q)));
    const d1 = f64x2.sub(peak, f64x2.add(v128.load(gradients + q, 16), v128.load(shrinkage + q, 16)));
    const difference = v128.shuffle<i64>(f32x4.demote_f64x2_zero(d0), f32x4.demote_f64x2_zero(d1), 0, 2);
    const curvature = f32x4.sub(f32x4.add(own, v128.load(diagonals + p)), f32x4.mul(two, v128.load(row + p)));
    const square = f32x4.mul(difference, f32x4.abs(difference));
    const gain = f32x4.div(square, f32x4.pmax(least, curvature));
    at = v128.bitselect(place, at, f32x4.gt(gain, best));
    best = f32x4.pmax(best, gain);
    place = i32x4.add(place, four);
  }
  let most = f32x4.extract_lane(best, 0);
  chosen = i32x4.extract_lane(at, 0);
  if (f32x4.extract_lane(best, 1) > most) {
    most = f32x4.extract_lane(best, 1);
    chosen = i32x4.extract_lane(at, 1);
  }
  if (f32x4.extract_lane(best, 2) > most) {
    most = f32x4.extract_lane(best, 2);
    chosen = i32x4.extract_lane(at, 2);
  }
  if (f32x4.extract_lane(best, 3) > most) chosen = i32x4.extract_lane(at, 3);
}

/** Lets `i` grow and `j` shrink as far as it pays and their boxes allow. @returns how far. */
function moveDuals(i: i32, j: i32, between: f64): f64 {
  const i8 = (<usize>i) << 3, j8 = (<usize>j) << 3;
  const curvature =
    <f64>load<f32>(diagonals + ((<usize>i) << 2)) + <f64>load<f32>(diagonals + ((<usize>j) << 2)) - 2 * between;
  const wanted = (largest - load<f64>(gradients + j8)) / (curvature > 0 ? curvature : TAU);
  const top = max(load<f64>(bounds + i8), 0), bottom = min(load<f64>(bounds + j8), 0);
  const rise = top - load<f64>(duals + i8), fall = load<f64>(duals + j8) - bottom;
  const step = min(wanted, min(rise, fall));
  store<f64>(duals + i8, step === rise ? top : load<f64>(duals + i8) + step);
  store<f64>(duals + j8, step === fall ? bottom : load<f64>(duals + j8) - step);
  store<f64>(moves + i8, load<f64>(moves + i8) + step);
  store<f64>(moves + j8, load<f64>(moves + j8) - step);
  judge(i);
  judge(j);
  return step;
}

function upperHalf(v: v128): v128 {
  return v128.shuffle<i64>(v, v, 1, 1);
}

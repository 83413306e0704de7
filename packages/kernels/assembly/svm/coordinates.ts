import { sumI32 } from '../lanes';
import { areFloats, diagonalOf, factor, kind, RBF, setKernelFunction } from './kernel-function';

export let units: i32 = 0;

let areBytes: bool = false;
let featureCount: i32 = 0;
let sampleBytes: usize = 0;
let samples: usize = 0;
let multipliers: usize = 0;
let shifts: usize = 0;
let skews: usize = 0;
let constant: f64 = 0;

/** Says how samples become vectors; after `setKernelFunction`. */
export function setCoordinates(
  from: usize, bytes: i32, features: i32, featureMultipliers: usize, featureShifts: usize, featureSkews: usize,
  offsetConstant: f64,
): void {
  samples = from;
  areBytes = bytes !== 0;
  featureCount = features;
  sampleBytes = areBytes ? <usize>features : (<usize>features) << 2;
  multipliers = featureMultipliers;
  shifts = featureShifts;
  skews = featureSkews;
  constant = offsetConstant;
  units = areFloats ? features : (features + 1) >> 1;
}

/** Lays a sample out at `to`, its units `step` bytes apart, and writes its offset and its kernel with itself. */
export function packVector(sample: i32, to: usize, step: usize, offset: usize, diagonal: usize): void {
  const from = samples + (<usize>sample) * sampleBytes;
  let square: f32 = 0;
  if (areFloats) square = packFloats(from, to, step);
  else {
    const whole = packIntegers(from, to, step);
    square = <f32>whole;
    if (kind === RBF) store<i32>(offset, whole);
  }
  if (kind !== RBF) store<f32>(offset, <f32>(constant + <f64>factor * skewed(to, step)));
  else if (areFloats) store<f32>(offset, 0);
  store<f32>(diagonal, diagonalOf(square, kind === RBF ? 0 : load<f32>(offset)));
}

/** Zeros where there is no sample. */
export function packNothing(to: usize, step: usize, offset: usize, diagonal: usize): void {
  for (let unit = 0; unit < units; unit++, to += step) store<i32>(to, 0);
  store<i32>(offset, 0);
  store<f32>(diagonal, 1);
}

function packFloats(from: usize, to: usize, step: usize): f32 {
  let square: f64 = 0;
  for (let feature: usize = 0; feature < <usize>featureCount; feature++, to += step) {
    const raw = areBytes ? <f32>load<u8>(from + feature) : load<f32>(from + (feature << 2));
    const value = raw * load<f32>(multipliers + (feature << 2)) - load<f32>(shifts + (feature << 2));
    square += <f64>value * <f64>value;
    store<f32>(to, value);
  }
  return <f32>square;
}

function packIntegers(from: usize, to: usize, step: usize): i32 {
  let squares = i32x4.splat(0);
  const vectorEnd = <usize>(featureCount & ~7);
  let feature: usize = 0;
  for (; feature < vectorEnd; feature += 8, to += step << 2) {
    const bytes = i16x8.extend_low_i8x16_u(v128.load64_zero(from + feature));
    const low = rounded(i32x4.extend_low_i16x8_u(bytes), multipliers + (feature << 2));
    const high = rounded(i32x4.extend_high_i16x8_u(bytes), multipliers + (feature << 2) + 16);
    const whole = i16x8.narrow_i32x4_s(low, high);
    squares = i32x4.add(squares, i32x4.dot_i16x8_s(whole, whole));
    v128.store32_lane(to, whole, 0);
    v128.store32_lane(to + step, whole, 1);
    v128.store32_lane(to + 2 * step, whole, 2);
    v128.store32_lane(to + 3 * step, whole, 3);
  }
  let square = sumI32(squares);
  for (; feature < <usize>featureCount; feature += 2, to += step) {
    const first = roundedOne(from, feature), second = roundedOne(from, feature + 1);
    store<i16>(to, <i16>first);
    store<i16>(to, <i16>second, 2);
    square += first * first + second * second;
  }
  return square;
}

function rounded(integers: v128, multiplier: usize): v128 {
  const products = f32x4.mul(f32x4.convert_i32x4_s(integers), v128.load(multiplier));
  return i32x4.trunc_sat_f32x4_s(f32x4.nearest(products));
}

function roundedOne(from: usize, feature: usize): i32 {
  if (feature >= <usize>featureCount) return 0;
  const product = <f32>load<u8>(from + feature) * load<f32>(multipliers + (feature << 2));
  return <i32>max(<f32>-32768, min(<f32>32767, nearest(product)));
}

function skewed(at: usize, step: usize): f64 {
  let sum: f64 = 0;
  for (let feature = 0; feature < featureCount; feature++) {
    const skew = load<f64>(skews + ((<usize>feature) << 3));
    const value = areFloats
      ? <f64>load<f32>(at + (<usize>feature) * step)
      : <f64>load<i16>(at + (<usize>(feature >> 1)) * step + ((<usize>(feature & 1)) << 1));
    sum += skew * value;
  }
  return sum;
}

/** Items are blocks of `lanes` vectors. */
export function packKernelVectors(
  from: usize, bytes: i32, features: i32, featureMultipliers: usize, featureShifts: usize, featureSkews: usize,
  floats: i32, kernelKind: i32, kernelFactor: f64, offsetConstant: f64, degree: i32,
  members: usize, count: i32, lanes: i32, panels: usize, offsets: usize, diagonals: usize, begin: i32, end: i32,
): void {
  setKernelFunction(floats, kernelKind, kernelFactor, degree);
  setCoordinates(from, bytes, features, featureMultipliers, featureShifts, featureSkews, offsetConstant);
  const step = (<usize>lanes) << 2;
  for (let i = begin * lanes; i < end * lanes; i++) {
    const at = (<usize>i) << 2;
    const to = panels + (<usize>(i / lanes)) * (<usize>units) * step + ((<usize>(i % lanes)) << 2);
    if (i < count) packVector(load<i32>(members + at), to, step, offsets + at, diagonals + at);
    else packNothing(to, step, offsets + at, diagonals + at);
  }
}

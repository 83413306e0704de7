/** See src/augmentation/affine/sampling/row-sampler.ts. */
import { BYTES, MAP, PADDED, RESULT } from './memory';

const MARGIN: i32 = 4;
const PLACE_BITS: i32 = 22;
const WEIGHT_BITS: i32 = 12;
const DROPPED_BITS: i32 = PLACE_BITS - WEIGHT_BITS;
const WEIGHT_MASK: i32 = (1 << WEIGHT_BITS) - 1;
const HALF: i32 = 1 << (2 * WEIGHT_BITS - 1);

/**
 * Writes an image of bytes whose pixels come from where a map says in another one, between four of its pixels; from outside of
 * `low..highX` and `low..highY` comes `fill`, and with it is the image surrounded.
 */
export function sampleBilinear(
  low: f64,
  highX: f64,
  highY: f64,
  fill: i32,
  height: i32,
  width: i32,
): void {
  const stride = width + 2 * MARGIN;
  pad(height, width, stride, <u8>fill);
  fillBytes(RESULT, height * width, <u8>fill);
  const stepX = load<f64>(MAP);
  const stepY = load<f64>(MAP, 24);
  for (let row = 0; row < height; row++) {
    const target = RESULT + <usize>(row * width);
    const x = load<f64>(MAP, 8) * <f64>row + load<f64>(MAP, 16);
    const y = load<f64>(MAP, 32) * <f64>row + load<f64>(MAP, 40);
    const lastX = x + stepX * <f64>(width - 1);
    const lastY = y + stepY * <f64>(width - 1);
    let first = <i32>min(<f64>width, floor(stepsInto(low, highX, highY, x, y, stepX, stepY)));
    let end = <i32>max(
      <f64>first,
      <f64>width - floor(stepsInto(low, highX, highY, lastX, lastY, -stepX, -stepY)),
    );
    while (first < end && !isInside(low, highX, highY, x + stepX * <f64>first, y + stepY * <f64>first)) first++;
    while (end > first && !isInside(low, highX, highY, x + stepX * <f64>(end - 1), y + stepY * <f64>(end - 1)))
      end--;
    if (first < end) {
      const placeX = toPlace(x + stepX * <f64>first);
      const placeY = toPlace(y + stepY * <f64>first);
      sampleRow(stride, placeX, placeY, toStep(stepX), toStep(stepY), target + <usize>first, end - first);
    }
  }
}

function pad(height: i32, width: i32, stride: i32, surrounding: u8): void {
  fillBytes(PADDED, (height + 2 * MARGIN) * stride, surrounding);
  let from = BYTES;
  let to = PADDED + <usize>(MARGIN * stride + MARGIN);
  for (let row = 0; row < height; row++) {
    copyBytes(from, to, width);
    from += <usize>width;
    to += <usize>stride;
  }
}

/** Sixteen bytes at a time; the last ones overlap those before. */
function copyBytes(from: usize, to: usize, count: i32): void {
  const last = count - 16;
  for (let i = 0; i < last; i += 16) v128.store(to + <usize>i, v128.load(from + <usize>i));
  if (last >= 0) v128.store(to + <usize>last, v128.load(from + <usize>last));
  else for (let i = 0; i < count; i++) store<u8>(to + <usize>i, load<u8>(from + <usize>i));
}

/** Up to 15 more than that many. */
function fillBytes(to: usize, count: i32, value: u8): void {
  const sixteen = i8x16.splat(value);
  for (let i = 0; i < count; i += 16) v128.store(to + <usize>i, sixteen);
}

function stepsInto(low: f64, highX: f64, highY: f64, x: f64, y: f64, stepX: f64, stepY: f64): f64 {
  return max(stepsBetween(x, stepX, low, highX), stepsBetween(y, stepY, low, highY));
}

function stepsBetween(start: f64, step: f64, low: f64, high: f64): f64 {
  if (start >= low && start <= high) return 0;
  const steps = ((start < low ? low : high) - start) / step;
  return steps >= 0 ? steps : Infinity;
}

function isInside(low: f64, highX: f64, highY: f64, x: f64, y: f64): bool {
  return x >= low && x <= highX && y >= low && y <= highY;
}

function toPlace(coordinate: f64): i32 {
  return <i32>(<i64>((coordinate + <f64>MARGIN) * <f64>(1 << PLACE_BITS) + <f64>(1 << (DROPPED_BITS - 1))));
}

function toStep(step: f64): i32 {
  return <i32>(<i64>(step * <f64>(1 << PLACE_BITS)));
}

/** Four pixels at a time; the last four overlap those before. */
function sampleRow(
  stride: i32,
  placeX: i32,
  placeY: i32,
  stepX: i32,
  stepY: i32,
  to: usize,
  count: i32,
): void {
  const lanes = i32x4(0, 1, 2, 3);
  const spreadX = i32x4.mul(i32x4.splat(stepX), lanes);
  const spreadY = i32x4.mul(i32x4.splat(stepY), lanes);
  const fourX = i32x4.splat(4 * stepX);
  const fourY = i32x4.splat(4 * stepY);
  const last = count - 4;
  let x = i32x4.add(i32x4.splat(placeX), spreadX);
  let y = i32x4.add(i32x4.splat(placeY), spreadY);
  for (let i = 0; i < last; i += 4) {
    v128.store32_lane(to + <usize>i, sampleFour(stride, x, y), 0);
    x = i32x4.add(x, fourX);
    y = i32x4.add(y, fourY);
  }
  if (last >= 0) {
    x = i32x4.add(i32x4.splat(placeX + last * stepX), spreadX);
    y = i32x4.add(i32x4.splat(placeY + last * stepY), spreadY);
    v128.store32_lane(to + <usize>last, sampleFour(stride, x, y), 0);
    return;
  }
  for (let i = 0; i < count; i++) {
    x = i32x4.splat(placeX + i * stepX);
    y = i32x4.splat(placeY + i * stepY);
    v128.store8_lane(to + <usize>i, sampleFour(stride, x, y), 0);
  }
}

/** @returns Four bytes, in the first lanes. */
function sampleFour(stride: i32, x: v128, y: v128): v128 {
  const index = i32x4.add(
    i32x4.mul(i32x4.shr_s(y, PLACE_BITS), i32x4.splat(stride)),
    i32x4.shr_s(x, PLACE_BITS),
  );
  const a = PADDED + <usize>i32x4.extract_lane(index, 0);
  const b = PADDED + <usize>i32x4.extract_lane(index, 1);
  const c = PADDED + <usize>i32x4.extract_lane(index, 2);
  const d = PADDED + <usize>i32x4.extract_lane(index, 3);
  const below = <usize>stride;
  let pixels = v128.load16_lane(a, i64x2.splat(0), 0);
  pixels = v128.load16_lane(b, pixels, 1);
  pixels = v128.load16_lane(c, pixels, 2);
  pixels = v128.load16_lane(d, pixels, 3);
  pixels = v128.load16_lane(a + below, pixels, 4);
  pixels = v128.load16_lane(b + below, pixels, 5);
  pixels = v128.load16_lane(c + below, pixels, 6);
  pixels = v128.load16_lane(d + below, pixels, 7);
  const mask = i32x4.splat(WEIGHT_MASK);
  const right = v128.and(i32x4.shr_s(x, DROPPED_BITS), mask);
  const down = v128.and(i32x4.shr_s(y, DROPPED_BITS), mask);
  const weights = v128.or(i32x4.shl(right, 16), i32x4.sub(i32x4.splat(1 << WEIGHT_BITS), right));
  const top = i32x4.dot_i16x8_s(i16x8.extend_low_i8x16_u(pixels), weights);
  const bottom = i32x4.dot_i16x8_s(i16x8.extend_high_i8x16_u(pixels), weights);
  const value = i32x4.add(i32x4.shl(top, WEIGHT_BITS), i32x4.mul(i32x4.sub(bottom, top), down));
  const odd = v128.and(i32x4.shr_u(value, 2 * WEIGHT_BITS), i32x4.splat(1));
  const rounded = i32x4.shr_u(i32x4.add(i32x4.add(value, i32x4.splat(HALF - 1)), odd), 2 * WEIGHT_BITS);
  const halves = i16x8.narrow_i32x4_s(rounded, rounded);
  return i8x16.narrow_i16x8_u(halves, halves);
}

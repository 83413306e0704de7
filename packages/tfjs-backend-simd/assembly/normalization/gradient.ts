import { storeLanes, vectorBytes } from '../lanes';
import { multiplyAdd } from '../multiply-add';

/**
 * Over each part of the rows, the sum of `g` of each channel, and of `g * (x - mean)`; `g` is `dy`, but 0 where `y` is
 * not above 0 if `isRelu`. Items are parts.
 *
 * @param partials - Of each part, both sums, with room for whole vectors of channels.
 */
export function normalizationSums(
  dy: usize,
  x: usize,
  y: usize,
  mean: usize,
  partials: usize,
  rows: i32,
  rowsPerPart: i32,
  channels: i32,
  isRelu: i32,
  begin: i32,
  end: i32,
): void {
  const rowBytes = (<usize>channels) << 2;
  const spanBytes = vectorBytes(channels);
  for (let part = begin; part < end; part++) {
    const firstRow = part * rowsPerPart;
    const start = <usize>firstRow * rowBytes;
    const byteLength = <usize>min(rowsPerPart, rows - firstRow) * rowBytes;
    const to = partials + <usize>part * (spanBytes << 1);
    if (isRelu) sumsOfPart(dy + start, x + start, y + start, mean, to, spanBytes, rowBytes, byteLength, true);
    else sumsOfPart(dy + start, x + start, y + start, mean, to, spanBytes, rowBytes, byteLength, false);
  }
}

// @ts-ignore: decorator
@inline
export function sumsOfPart(
  dy: usize,
  x: usize,
  y: usize,
  mean: usize,
  to: usize,
  spanBytes: usize,
  rowBytes: usize,
  byteLength: usize,
  isRelu: bool,
): void {
  let c: usize = 0;
  for (; c + 32 <= spanBytes; c += 32) {
    const centerA = v128.load(mean + c);
    const centerB = v128.load(mean + c, 16);
    let sumA = f32x4.splat(0);
    let sumB = f32x4.splat(0);
    let productA = f32x4.splat(0);
    let productB = f32x4.splat(0);
    for (let at = c; at < byteLength; at += rowBytes) {
      const a = gradientOfOutput(dy + at, y + at, isRelu);
      const b = gradientOfOutput(dy + at + 16, y + at + 16, isRelu);
      sumA = f32x4.add(sumA, a);
      sumB = f32x4.add(sumB, b);
      productA = multiplyAdd(a, f32x4.sub(v128.load(x + at), centerA), productA);
      productB = multiplyAdd(b, f32x4.sub(v128.load(x + at, 16), centerB), productB);
    }
    v128.store(to + c, sumA);
    v128.store(to + c, sumB, 16);
    v128.store(to + spanBytes + c, productA);
    v128.store(to + spanBytes + c, productB, 16);
  }
  if (c < spanBytes) {
    const center = v128.load(mean + c);
    let sum = f32x4.splat(0);
    let product = f32x4.splat(0);
    for (let at = c; at < byteLength; at += rowBytes) {
      const g = gradientOfOutput(dy + at, y + at, isRelu);
      sum = f32x4.add(sum, g);
      product = multiplyAdd(g, f32x4.sub(v128.load(x + at), center), product);
    }
    v128.store(to + c, sum);
    v128.store(to + spanBytes + c, product);
  }
}

// @ts-ignore: decorator
@inline
export function gradientOfOutput(dy: usize, y: usize, isRelu: bool): v128 {
  const g = v128.load(dy);
  return isRelu ? v128.and(g, f32x4.gt(v128.load(y), f32x4.splat(0))) : g;
}

/**
 * Gradients of scale and offset, and the coefficients of `dx = c0 * g + c1 * (x - mean) + c2`. Items are channels.
 *
 * @param coefficients - Three rows, with room for whole vectors of channels.
 */
export function normalizationSlopes(
  partials: usize,
  variance: usize,
  scale: usize,
  dScale: usize,
  dOffset: usize,
  coefficients: usize,
  epsilon: f64,
  rows: i32,
  parts: i32,
  channels: i32,
  begin: i32,
  end: i32,
): void {
  const spanBytes = vectorBytes(channels);
  for (let c = begin; c < end; c++) {
    const channel = (<usize>c) << 2;
    let sum: f64 = 0;
    let product: f64 = 0;
    let at = partials + channel;
    for (let part = 0; part < parts; part++, at += spanBytes << 1) {
      sum += <f64>load<f32>(at);
      product += <f64>load<f32>(at + spanBytes);
    }
    const inverse = 1 / Math.sqrt(<f64>load<f32>(variance + channel) + epsilon);
    const ofGradient = <f64>load<f32>(scale + channel) * inverse;
    store<f32>(dScale + channel, <f32>(product * inverse));
    store<f32>(dOffset + channel, <f32>sum);
    const to = coefficients + channel;
    store<f32>(to, <f32>ofGradient);
    store<f32>(to + spanBytes, <f32>((-ofGradient * inverse * inverse * product) / <f64>rows));
    store<f32>(to + (spanBytes << 1), <f32>((-ofGradient * sum) / <f64>rows));
  }
}

/** `dx = c0 * g + c1 * (x - mean) + c2`. Items are rows. */
export function normalizationGradient(
  dy: usize,
  x: usize,
  y: usize,
  mean: usize,
  coefficients: usize,
  dx: usize,
  channels: i32,
  isRelu: i32,
  begin: i32,
  end: i32,
): void {
  if (isRelu) gradientRows(dy, x, y, mean, coefficients, dx, channels, true, begin, end);
  else gradientRows(dy, x, y, mean, coefficients, dx, channels, false, begin, end);
}

// @ts-ignore: decorator
@inline
export function gradientRows(
  dy: usize,
  x: usize,
  y: usize,
  mean: usize,
  coefficients: usize,
  dx: usize,
  channels: i32,
  isRelu: bool,
  begin: i32,
  end: i32,
): void {
  const rowBytes = (<usize>channels) << 2;
  const wholeBytes = rowBytes & ~15;
  const spanBytes = vectorBytes(channels);
  for (let row = begin; row < end; row++) {
    const start = <usize>row * rowBytes;
    let c: usize = 0;
    for (; c < wholeBytes; c += 16) {
      const at = start + c;
      v128.store(
        dx + at,
        slopeOfInput(dy + at, x + at, y + at, mean + c, coefficients + c, spanBytes, isRelu),
      );
    }
    if (c < rowBytes) {
      const at = start + c;
      const slope = slopeOfInput(dy + at, x + at, y + at, mean + c, coefficients + c, spanBytes, isRelu);
      storeLanes(dx + at, slope, channels & 3);
    }
  }
}

// @ts-ignore: decorator
@inline
export function slopeOfInput(
  dy: usize,
  x: usize,
  y: usize,
  mean: usize,
  coefficients: usize,
  spanBytes: usize,
  isRelu: bool,
): v128 {
  const g = gradientOfOutput(dy, y, isRelu);
  const centered = f32x4.sub(v128.load(x), v128.load(mean));
  const ofInput = multiplyAdd(
    centered,
    v128.load(coefficients + spanBytes),
    v128.load(coefficients + (spanBytes << 1)),
  );
  return multiplyAdd(g, v128.load(coefficients), ofInput);
}

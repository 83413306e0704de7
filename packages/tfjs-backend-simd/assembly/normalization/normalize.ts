import { storeLanes } from '../lanes';

/** `factors = scale / sqrt(variance + epsilon)`. Items are channels. */
export function normalizationFactors(
  scale: usize,
  variance: usize,
  epsilon: f64,
  factors: usize,
  begin: i32,
  end: i32,
): void {
  for (let at = (<usize>begin) << 2; at < (<usize>end) << 2; at += 4) {
    const deviation = Math.sqrt(<f64>load<f32>(variance + at) + epsilon);
    store<f32>(factors + at, <f32>(<f64>load<f32>(scale + at) / deviation));
  }
}

/** `y = (x - mean) * factors + offset` of each channel, and at least 0 if `isRelu`. Items are rows. */
export function normalize(
  x: usize,
  y: usize,
  mean: usize,
  factors: usize,
  offset: usize,
  channels: i32,
  isRelu: i32,
  begin: i32,
  end: i32,
): void {
  if (isRelu) normalizeRows(x, y, mean, factors, offset, channels, true, begin, end);
  else normalizeRows(x, y, mean, factors, offset, channels, false, begin, end);
}

// @ts-ignore: decorator
@inline
export function normalizeRows(
  x: usize,
  y: usize,
  mean: usize,
  factors: usize,
  offset: usize,
  channels: i32,
  isRelu: bool,
  begin: i32,
  end: i32,
): void {
  const rowBytes = (<usize>channels) << 2;
  const wholeBytes = rowBytes & ~15;
  for (let row = begin; row < end; row++) {
    const from = x + <usize>row * rowBytes;
    const to = y + <usize>row * rowBytes;
    let c: usize = 0;
    for (; c < wholeBytes; c += 16)
      v128.store(to + c, normalized(v128.load(from + c), mean + c, factors + c, offset + c, isRelu));
    if (c < rowBytes)
      storeLanes(
        to + c,
        normalized(v128.load(from + c), mean + c, factors + c, offset + c, isRelu),
        channels & 3,
      );
  }
}

// @ts-ignore: decorator
@inline
export function normalized(x: v128, mean: usize, factors: usize, offset: usize, isRelu: bool): v128 {
  const centered = f32x4.sub(x, v128.load(mean));
  const y = f32x4.add(f32x4.mul(centered, v128.load(factors)), v128.load(offset));
  return isRelu ? f32x4.pmax(y, f32x4.splat(0)) : y;
}

import { sumF32 } from '../lanes';
import { scratch } from '../scratch';

/** Samples that are fetched from memory together. */
export const ROWS_AHEAD = 16;
const CACHE_LINE: usize = 64;

/** Bytes of a row of float32 that is filled up with zeros to whole runs of sixteen. */
export function paddedRowBytes(featureCount: i32): usize {
  return (<usize>((featureCount + 15) & ~15)) << 2;
}

/**
 * Samples in order as rows of float32: `(byte - mean) * inverseScale`, or copies of floats; the padding becomes zeros.
 * Items are places in the order.
 */
export function prepareRows(
  samples: usize, areFloats: i32, featureCount: i32, mean: usize, inverseScale: usize, order: usize, rows: usize,
  begin: i32, end: i32,
): void {
  const rowBytes = paddedRowBytes(featureCount);
  for (let place = begin; place < end; place++) {
    if ((place - begin) % ROWS_AHEAD === 0) fetchSamples(samples, areFloats, featureCount, order, place, end);
    const sample = load<i32>(order + ((<usize>place) << 2));
    prepareRow(samples, areFloats, featureCount, mean, inverseScale, sample, rows + (<usize>place) * rowBytes);
  }
}

/** One sample as a row. */
export function prepareRow(
  samples: usize, areFloats: i32, featureCount: i32, mean: usize, inverseScale: usize, sample: i32, row: usize,
): void {
  const width = (<usize>featureCount) << 2;
  if (areFloats) memory.copy(row, samples + (<usize>sample) * width, width);
  else scaleRow(samples + <usize>sample * <usize>featureCount, featureCount, mean, inverseScale, row);
  for (let at = row + width, end = row + paddedRowBytes(featureCount); at < end; at += 4) store<f32>(at, 0);
}

function scaleRow(from: usize, featureCount: i32, mean: usize, inverseScale: usize, row: usize): void {
  const vectorEnd = from + <usize>(featureCount & ~15), end = from + <usize>featureCount;
  while (from < vectorEnd) {
    const bytes = v128.load(from);
    const low = i16x8.extend_low_i8x16_u(bytes), high = i16x8.extend_high_i8x16_u(bytes);
    v128.store(row, scaled(i32x4.extend_low_i16x8_u(low), v128.load(mean), v128.load(inverseScale)));
    v128.store(row, scaled(i32x4.extend_high_i16x8_u(low), v128.load(mean, 16), v128.load(inverseScale, 16)), 16);
    v128.store(row, scaled(i32x4.extend_low_i16x8_u(high), v128.load(mean, 32), v128.load(inverseScale, 32)), 32);
    v128.store(row, scaled(i32x4.extend_high_i16x8_u(high), v128.load(mean, 48), v128.load(inverseScale, 48)), 48);
    from += 16;
    mean += 64;
    inverseScale += 64;
    row += 64;
  }
  while (from < end) {
    store<f32>(row, (<f32>load<u8>(from) - load<f32>(mean)) * load<f32>(inverseScale));
    from += 1;
    mean += 4;
    inverseScale += 4;
    row += 4;
  }
}

function scaled(pixels: v128, mean: v128, inverseScale: v128): v128 {
  return f32x4.mul(f32x4.sub(f32x4.convert_i32x4_s(pixels), mean), inverseScale);
}

/** The dot product of a sample of bytes, scaled but not stored, with a row of as many features; the same as `dot` gives. */
export function dotScaled(from: usize, mean: usize, inverseScale: usize, y: usize, rowBytes: usize): f32 {
  let a = f32x4.splat(0), b = a, c = a, d = a;
  for (let at: usize = 0; at < rowBytes; at += 64, from += 16) {
    const bytes = v128.load(from);
    const low = i16x8.extend_low_i8x16_u(bytes), high = i16x8.extend_high_i8x16_u(bytes);
    const means = mean + at, scales = inverseScale + at, weights = y + at;
    a = f32x4.add(a, f32x4.mul(scaled(i32x4.extend_low_i16x8_u(low), v128.load(means), v128.load(scales)), v128.load(weights)));
    b = f32x4.add(b, f32x4.mul(scaled(i32x4.extend_high_i16x8_u(low), v128.load(means, 16), v128.load(scales, 16)), v128.load(weights, 16)));
    c = f32x4.add(c, f32x4.mul(scaled(i32x4.extend_low_i16x8_u(high), v128.load(means, 32), v128.load(scales, 32)), v128.load(weights, 32)));
    d = f32x4.add(d, f32x4.mul(scaled(i32x4.extend_high_i16x8_u(high), v128.load(means, 48), v128.load(scales, 48)), v128.load(weights, 48)));
  }
  return sumF32(f32x4.add(f32x4.add(a, b), f32x4.add(c, d)));
}

/**
 * Reads one byte of every cache line of the next samples. In random order they come from memory: asked for all at once,
 * they arrive together and not one line after the other.
 */
export function fetchSamples(
  samples: usize, areFloats: i32, featureCount: i32, order: usize, place: i32, end: i32,
): void {
  const sampleBytes = areFloats ? (<usize>featureCount) << 2 : <usize>featureCount;
  let sum = 0;
  for (const last = min(place + ROWS_AHEAD, end); place < last; place++) {
    const from = samples + (<usize>load<i32>(order + ((<usize>place) << 2))) * sampleBytes;
    for (let line = from; line < from + sampleBytes; line += CACHE_LINE) sum += <i32>load<u8>(line);
  }
  store<i32>(scratch, sum);
}

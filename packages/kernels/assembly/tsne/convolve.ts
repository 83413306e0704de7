import { ROW_BYTES, storeRow, transformStrip } from '../fft/strip';
import { storeTransposed } from '../fft/transpose';
import { scratch } from '../scratch';

/**
 * Turns the half spectrum of a density into that of its repulsion. Item `i` is row frequencies `4 i` to `4 i + 3` and
 * their mirror images: a forward transform of each strip, two products, two inverse transforms.
 * The sum of the potential over all points, by Parseval's theorem, goes to one slot per call.
 */
export function tsneConvolve(
  size: i32,
  side: i32,
  density: usize,
  potential: usize,
  forceX: usize,
  forceY: usize,
  repulsion: usize,
  sums: usize,
  grain: i32,
  twiddles: usize,
  begin: i32,
  end: i32,
): void {
  const bytes = <usize>size * ROW_BYTES;
  const spectrumBuffer = scratch;
  const ping = scratch + bytes;
  const pong = ping + bytes;
  let sum: f64 = 0;
  for (let item = begin; item < end; item++) {
    const valid = <usize>side * ROW_BYTES;
    memory.copy(ping, density + <usize>item * valid, valid);
    memory.fill(ping + valid, 0, bytes - valid);
    const spectrum = transformStrip(size, ping, spectrumBuffer, ping, twiddles);
    const tables = (<usize>(item * size)) << 4;
    sum += <f64>potentialSum(size, spectrum, potential + tables, item << 2);
    const first = spectrum == spectrumBuffer ? ping : spectrumBuffer;
    multiply(size, spectrum, forceX + tables, forceY + tables, first);
    const direct = transformStrip(size, first, pong, first, twiddles);
    storeRows(size, side, direct, repulsion, item << 2, 1);
    multiplyMirrored(size, spectrum, forceX + tables, forceY + tables, first);
    const mirrored = transformStrip(size, first, pong, first, twiddles);
    storeRows(size, side, mirrored, repulsion, item << 2, -1);
  }
  store<f64>(sums + ((<usize>(begin / grain)) << 3), sum);
}

/** Sum of `|density|^2 potential`; what stands for a mirror image as well counts twice. */
function potentialSum(size: i32, spectrum: usize, potential: usize, frequency: i32): f32 {
  let sum = f32x4.splat(0);
  let row = spectrum;
  let at = potential;
  for (let k = 0; k < size; k++, row += ROW_BYTES, at += 16) {
    const re = v128.load(row);
    const im = v128.load(row, 16);
    sum = f32x4.add(sum, f32x4.mul(v128.load(at), f32x4.add(f32x4.mul(re, re), f32x4.mul(im, im))));
  }
  const weighted = f32x4.mul(sum, mirrorWeights(size, frequency));
  return (
    f32x4.extract_lane(weighted, 0) +
    f32x4.extract_lane(weighted, 1) +
    (f32x4.extract_lane(weighted, 2) + f32x4.extract_lane(weighted, 3))
  );
}

function mirrorWeights(size: i32, frequency: i32): v128 {
  return f32x4(
    mirrorWeight(size, frequency),
    mirrorWeight(size, frequency + 1),
    mirrorWeight(size, frequency + 2),
    mirrorWeight(size, frequency + 3),
  );
}

function mirrorWeight(size: i32, frequency: i32): f32 {
  if (frequency == 0 || frequency << 1 == size) return 1;
  return frequency << 1 < size ? 2 : 0;
}

/** The force along x is odd in x, so its spectrum is imaginary; the force along y makes the imaginary part of the sum. */
function multiply(size: i32, spectrum: usize, forceX: usize, forceY: usize, to: usize): void {
  for (let k = 0; k < size; k++) {
    const row = <usize>k * ROW_BYTES;
    const re = v128.load(spectrum + row);
    const im = v128.load(spectrum + row, 16);
    const x = v128.load(forceX + (row >> 1));
    const y = v128.load(forceY + (row >> 1));
    const productRe = f32x4.neg(f32x4.add(f32x4.mul(re, y), f32x4.mul(im, x)));
    const productIm = f32x4.sub(f32x4.mul(re, x), f32x4.mul(im, y));
    storeRow(to + row, productIm, productRe);
  }
}

function multiplyMirrored(size: i32, spectrum: usize, forceX: usize, forceY: usize, to: usize): void {
  for (let k = 0; k < size; k++) {
    const row = <usize>k * ROW_BYTES;
    const mirror = spectrum + <usize>(k == 0 ? 0 : size - k) * ROW_BYTES;
    const re = v128.load(mirror);
    const im = v128.load(mirror, 16);
    const x = v128.load(forceX + (row >> 1));
    const y = v128.load(forceY + (row >> 1));
    const productRe = f32x4.add(f32x4.mul(re, y), f32x4.mul(im, x));
    const productIm = f32x4.sub(f32x4.mul(re, x), f32x4.mul(im, y));
    storeRow(to + row, productIm, productRe);
  }
}

/**
 * Lays the first `side` numbers of four strips down as rows of panels: strip `i` is row `frequency + i`, or for a
 * direction of -1 its mirror image. What lies beyond `size / 2`, or is its own image, is left to others.
 */
function storeRows(size: i32, side: i32, strip: usize, panels: usize, frequency: i32, direction: i32): void {
  const panelBytes = <usize>size * ROW_BYTES;
  const isMirrored = direction < 0;
  const firstLane = isMirrored && frequency == 0 ? 1 : 0;
  const lastLane = min(3, (size >> 1) - frequency - (isMirrored ? 1 : 0));
  const rowStep = isMirrored ? -<i32>ROW_BYTES : <i32>ROW_BYTES;
  const firstRow = <usize>(isMirrored ? size - frequency : frequency) * ROW_BYTES;
  const turned = scratch + 3 * panelBytes;
  let from = strip;
  let panel = panels + firstRow;
  for (let x = 0; x < side; x += 4, from += 4 * ROW_BYTES, panel += panelBytes) {
    transposeRows(from, turned);
    for (let lane = firstLane; lane <= lastLane; lane++) {
      const row = turned + <usize>lane * ROW_BYTES;
      storeRow(panel + lane * rowStep, v128.load(row), v128.load(row, 16));
    }
  }
}

function transposeRows(from: usize, to: usize): void {
  storeTransposed(
    to,
    v128.load(from),
    v128.load(from, ROW_BYTES),
    v128.load(from, 2 * ROW_BYTES),
    v128.load(from, 3 * ROW_BYTES),
  );
  storeTransposed(
    to + 16,
    v128.load(from, 16),
    v128.load(from, ROW_BYTES + 16),
    v128.load(from, 2 * ROW_BYTES + 16),
    v128.load(from, 3 * ROW_BYTES + 16),
  );
}

import { sumF64 } from '../lanes';
import { scratch } from '../scratch';

const HEADER_BYTES: usize = 20;
const MAX_SWEEPS: i32 = 40;
/** In units of the scale: where a model hardly curved along a parameter, its step would run away. */
const LEAST_BEND: f64 = 1e-8;

export function proximalSteps(
  headers: usize, settings: usize, values: usize, slopes: usize, strengths: usize, factors: usize, middles: usize,
  images: usize, bends: usize, steps: usize, begin: i32, end: i32,
): void {
  for (let problem = begin; problem < end; problem++) {
    const header = headers + (<usize>problem) * HEADER_BYTES;
    const count = load<i32>(header), rank = load<i32>(header, 4);
    const first = (<usize>load<i32>(header, 8)) << 3;
    const firstFactor = (<usize>load<i32>(header, 12)) << 3;
    const middle = middles + ((<usize>load<i32>(header, 16)) << 3);
    const scale = load<f64>(settings + ((<usize>problem) << 4));
    const tolerance = load<f64>(settings + ((<usize>problem) << 4), 8);
    const rowBytes = (<usize>rank) << 3;
    prepare(factors + firstFactor, middle, images + firstFactor, bends + first, count, rowBytes, scale);
    memory.fill(steps + first, 0, (<usize>count) << 3);
    memory.fill(scratch, 0, rowBytes);
    for (let sweep = 0; sweep < MAX_SWEEPS; sweep++) {
      const worst = sweepOnce(
        values + first, slopes + first, strengths + first, bends + first, steps + first, factors + firstFactor,
        images + firstFactor, count, rowBytes, scale,
      );
      if (worst <= tolerance) break;
    }
  }
}

/** Rows of factors times the matrix in the middle, and the curvature along each parameter. */
function prepare(
  factors: usize, middle: usize, images: usize, bends: usize, count: i32, rowBytes: usize, scale: f64,
): void {
  for (let row: usize = 0; row < <usize>count; row++) {
    const factor = factors + row * rowBytes, image = images + row * rowBytes;
    for (let column: usize = 0; column < rowBytes; column += 16) {
      let sum = f64x2.splat(0);
      let from = middle + column;
      for (let k: usize = 0; k < rowBytes; k += 8) {
        sum = f64x2.add(sum, f64x2.mul(v128.load64_splat(factor + k), v128.load(from)));
        from += rowBytes;
      }
      v128.store(image + column, sum);
    }
    store<f64>(bends + (row << 3), max(scale - dot(factor, image, rowBytes), LEAST_BEND * scale));
  }
}

/** Moves every parameter to where the model is least along it; the largest slope that was met. */
function sweepOnce(
  values: usize, slopes: usize, strengths: usize, bends: usize, steps: usize, factors: usize, images: usize,
  count: i32, rowBytes: usize, scale: f64,
): f64 {
  let worst: f64 = 0;
  for (let row: usize = 0; row < <usize>count; row++) {
    const place = row << 3;
    const bend = load<f64>(bends + place), step = load<f64>(steps + place);
    const at = load<f64>(values + place) + step;
    const slope = load<f64>(slopes + place) + scale * step - dot(factors + row * rowBytes, scratch, rowBytes);
    const target = at - slope / bend;
    const move = copysign<f64>(max(abs(target) - load<f64>(strengths + place) / bend, 0), target) - at;
    if (move === 0) continue;
    worst = max(worst, abs(move) * bend);
    store<f64>(steps + place, step + move);
    const moved = f64x2.splat(move);
    const image = images + row * rowBytes;
    for (let k: usize = 0; k < rowBytes; k += 16)
      v128.store(scratch + k, f64x2.add(v128.load(scratch + k), f64x2.mul(moved, v128.load(image + k))));
  }
  return worst;
}

/** Of every four products each has a sum of its own, so that additions need not wait for each other. */
function dot(a: usize, b: usize, byteLength: usize): f64 {
  let sum0 = f64x2.splat(0), sum1 = sum0;
  let k: usize = 0;
  for (; k + 32 <= byteLength; k += 32) {
    sum0 = f64x2.add(sum0, f64x2.mul(v128.load(a + k), v128.load(b + k)));
    sum1 = f64x2.add(sum1, f64x2.mul(v128.load(a + k, 16), v128.load(b + k, 16)));
  }
  if (k < byteLength) sum0 = f64x2.add(sum0, f64x2.mul(v128.load(a + k), v128.load(b + k)));
  return sumF64(f64x2.add(sum0, sum1));
}

import { sumF64 } from '../lanes';
import { scratch } from '../scratch';
import { FLOATS, sampleBytes } from '../sample-kind';

/** Differences of two such numbers still fit in int16. */
const MOST: f64 = 16383;
/** A coarse sum counts in units of so many fine ones. */
const COARSE_UNITS: f64 = 8;
/** Twice the relative rounding error of float64. */
const EPSILON: f64 = 2.220446049250313e-16;

/**
 * Weighted sums of groups of features, less a centre, in whole units; and by how much rounding may make the distance of
 * a sample from another one too great. Items are samples.
 */
export function sumGroups(
  samples: usize, kind: i32, featureCount: i32, weights: usize, members: usize, fineStarts: usize, fineCount: i32,
  coarseOf: usize, coarseCount: i32, centre: usize, unit: f64, fine: usize, coarse: usize, errors: usize, begin: i32,
  end: i32,
): void {
  const rowBytes = sampleBytes(kind, featureCount);
  const fineBytes = rowBytesOf(fineCount), coarseBytes = rowBytesOf(coarseCount);
  const sums = scratch, coarseSums = sums + (fineBytes << 2), room = (fineBytes + coarseBytes) << 2;
  memory.fill(sums, 0, room);
  let offset: f64 = 0;
  for (let group = 0; group < fineCount; group++) offset += Math.abs(load<f64>(centre + ((<usize>group) << 3)));

  for (let sample = begin; sample < end; sample++) {
    const at = <usize>sample, row = samples + at * rowBytes;
    memory.fill(coarseSums, 0, coarseBytes << 2);
    const magnitude = kind === FLOATS
      ? sumFloats(row, weights, members, fineStarts, fineCount, sums)
      : sumBytes(row, weights, members, fineStarts, fineCount, sums);
    for (let group: usize = 0; group < <usize>fineCount; group++) {
      const sum = load<f64>(sums + (group << 3)) - load<f64>(centre + (group << 3));
      store<f64>(sums + (group << 3), sum);
      const whole = coarseSums + ((<usize>load<i32>(coarseOf + (group << 2))) << 3);
      store<f64>(whole, load<f64>(whole) + sum);
    }
    const rounding = (magnitude + offset) * <f64>featureCount * EPSILON;
    const fineError = quantize(sums, fineBytes, 1 / unit, fine + at * fineBytes) * unit;
    const coarseUnit = unit * COARSE_UNITS;
    const coarseError = quantize(coarseSums, coarseBytes, 1 / coarseUnit, coarse + at * coarseBytes) * coarseUnit;
    store<f32>(errors + (at << 3), <f32>(rounding + fineError));
    store<f32>(errors + (at << 3), <f32>(rounding + coarseError), 4);
  }
}

/** Bytes of so many int16, up to a whole number of vectors. */
export function rowBytesOf(groupCount: i32): usize {
  return (<usize>((groupCount + 7) & ~7)) << 1;
}

/** @returns The sum of all magnitudes. */
function sumBytes(row: usize, weights: usize, members: usize, starts: usize, count: i32, sums: usize): f64 {
  let magnitude: f64 = 0;
  for (let group: usize = 0, at: usize = 0; group < <usize>count; group++) {
    let sum: f64 = 0;
    for (const end = <usize>load<i32>(starts + (group << 2), 4); at < end; at++) {
      const feature = <usize>load<i32>(members + (at << 2));
      sum += <f64>load<u8>(row + feature) * load<f64>(weights + (feature << 3));
    }
    store<f64>(sums + (group << 3), sum);
    magnitude += sum;
  }
  return magnitude;
}

function sumFloats(row: usize, weights: usize, members: usize, starts: usize, count: i32, sums: usize): f64 {
  let magnitude: f64 = 0;
  for (let group: usize = 0, at: usize = 0; group < <usize>count; group++) {
    let sum: f64 = 0;
    for (const end = <usize>load<i32>(starts + (group << 2), 4); at < end; at++) {
      const feature = <usize>load<i32>(members + (at << 2));
      const value = <f64>load<f32>(row + (feature << 2)) * load<f64>(weights + (feature << 3));
      magnitude += Math.abs(value);
      sum += value;
    }
    store<f64>(sums + (group << 3), sum);
  }
  return magnitude;
}

/** Writes sums as whole units, capped, which cannot raise a difference. @returns What was rounded off, in all, in units. */
function quantize(sums: usize, rowBytes: usize, perUnit: f64, to: usize): f64 {
  const factor = f64x2.splat(perUnit);
  let errors = f64x2.splat(0);
  for (const end = to + rowBytes; to < end; to += 8, sums += 32) {
    const a = capped(f64x2.mul(v128.load(sums), factor)), b = capped(f64x2.mul(v128.load(sums, 16), factor));
    const wholeA = whole(a), wholeB = whole(b);
    errors = f64x2.add(errors, f64x2.add(f64x2.abs(f64x2.sub(wholeA, a)), f64x2.abs(f64x2.sub(wholeB, b))));
    const words = i32x4.shuffle(
      i32x4.trunc_sat_f64x2_s_zero(wholeA), i32x4.trunc_sat_f64x2_s_zero(wholeB), 0, 1, 4, 5,
    );
    v128.store64_lane(to, i16x8.narrow_i32x4_s(words, words), 0);
  }
  return sumF64(errors);
}

function capped(values: v128): v128 {
  return f64x2.pmax(f64x2.splat(-MOST), f64x2.pmin(f64x2.splat(MOST), values));
}

function whole(values: v128): v128 {
  return f64x2.floor(f64x2.add(values, f64x2.splat(0.5)));
}

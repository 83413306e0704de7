import { sumF64 } from '../lanes';
import { scratch } from '../scratch';
import { loadDoubles } from './doubles';

/** Features at a time: as float64 they stay close to the processor. */
const RUN = 2048;

/** Sums of `(value - location)^2 * precision` over the features, for every class. Items are samples. */
export function gaussianExponents(
  samples: usize, areFloats: i32, featureCount: i32, locations: usize, precisions: usize, classCount: i32,
  exponents: usize, begin: i32, end: i32,
): void {
  const shift: usize = areFloats ? 2 : 0;
  const classBytes = (<usize>featureCount) << 3;
  for (let sample = begin; sample < end; sample++) {
    const to = exponents + (((<usize>sample) * (<usize>classCount)) << 3);
    memory.fill(to, 0, (<usize>classCount) << 3);
    for (let feature = 0; feature < featureCount; feature += RUN) {
      const count = min(RUN, featureCount - feature);
      const from = samples + (((<usize>sample) * (<usize>featureCount) + <usize>feature) << shift);
      loadDoubles(from, areFloats, count, scratch);
      let offset = (<usize>feature) << 3;
      for (let at = to; at < to + ((<usize>classCount) << 3); at += 8, offset += classBytes)
        store<f64>(at, load<f64>(at) + weightedSquares(scratch, count, locations + offset, precisions + offset));
    }
  }
}

function weightedSquares(values: usize, count: i32, location: usize, precision: usize): f64 {
  let a = f64x2.splat(0), b = a, c = a, d = a;
  const end = values + ((<usize>count) << 3), vectorEnd = values + ((<usize>(count & ~7)) << 3);
  for (; values < vectorEnd; values += 64, location += 64, precision += 64) {
    a = f64x2.add(a, term(v128.load(values), v128.load(location), v128.load(precision)));
    b = f64x2.add(b, term(v128.load(values, 16), v128.load(location, 16), v128.load(precision, 16)));
    c = f64x2.add(c, term(v128.load(values, 32), v128.load(location, 32), v128.load(precision, 32)));
    d = f64x2.add(d, term(v128.load(values, 48), v128.load(location, 48), v128.load(precision, 48)));
  }
  let sum = sumF64(f64x2.add(f64x2.add(a, b), f64x2.add(c, d)));
  for (; values < end; values += 8, location += 8, precision += 8) {
    const distance = load<f64>(values) - load<f64>(location);
    sum += distance * distance * load<f64>(precision);
  }
  return sum;
}

function term(values: v128, location: v128, precision: v128): v128 {
  const distance = f64x2.sub(values, location);
  return f64x2.mul(f64x2.mul(distance, distance), precision);
}

import { scratch } from '../scratch';
import { loadDoubles } from './doubles';

/** Features at a time: as float64 they stay close to the processor. */
const RUN = 2048;

/**
 * Adds `weight * (value - origin) ^ power` over the samples of each class, in order. Items are classes.
 *
 * @param power - 1 or 2.
 */
export function addWeightedPowers(
  samples: usize, areFloats: i32, featureCount: i32, order: usize, starts: usize, weights: usize, origins: usize,
  power: i32, sums: usize, begin: i32, end: i32,
): void {
  const shift: usize = areFloats ? 2 : 0;
  for (let group = begin; group < end; group++) {
    const at = starts + ((<usize>group) << 2);
    const first = load<i32>(at), last = load<i32>(at, 4);
    for (let feature = 0; feature < featureCount; feature += RUN) {
      const count = min(RUN, featureCount - feature);
      const offset = (<usize>(group * featureCount + feature)) << 3;
      for (let place = first; place < last; place++) {
        const sample = load<i32>(order + ((<usize>place) << 2));
        const weight = weights ? load<f64>(weights + ((<usize>sample) << 3)) : 1.0;
        const from = samples + (((<usize>sample) * (<usize>featureCount) + <usize>feature) << shift);
        loadDoubles(from, areFloats, count, scratch);
        addPowers(scratch, count, weight, origins + offset, power, sums + offset);
      }
    }
  }
}

function addPowers(values: usize, count: i32, weight: f64, origin: usize, power: i32, sums: usize): void {
  const end = values + ((<usize>count) << 3), vectorEnd = values + ((<usize>(count & ~1)) << 3);
  const weights = f64x2.splat(weight);
  for (; values < vectorEnd; values += 16, origin += 16, sums += 16) {
    const distance = f64x2.sub(v128.load(values), v128.load(origin));
    const term = power === 1 ? distance : f64x2.mul(distance, distance);
    v128.store(sums, f64x2.add(v128.load(sums), f64x2.mul(weights, term)));
  }
  for (; values < end; values += 8, origin += 8, sums += 8) {
    const distance = load<f64>(values) - load<f64>(origin);
    store<f64>(sums, load<f64>(sums) + weight * (power === 1 ? distance : distance * distance));
  }
}

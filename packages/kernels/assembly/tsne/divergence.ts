import { sumSlots } from './move';

/** Sums `p log(p (1 + |a - b|^2))` and `p` over rows of affinities, in two numbers per call. */
export function tsneDivergenceTerms(
  points: usize,
  rowStarts: usize,
  columns: usize,
  weights: usize,
  terms: usize,
  grain: i32,
  begin: i32,
  end: i32,
): void {
  let sum: f64 = 0;
  let total: f64 = 0;
  for (let row = begin; row < end; row++) {
    const point = points + ((<usize>row) << 3);
    const last = load<i32>(rowStarts + ((<usize>row) << 2), 4);
    for (let e = load<i32>(rowStarts + ((<usize>row) << 2)); e < last; e++) {
      const weight = <f64>load<f32>(weights + ((<usize>e) << 2));
      if (weight == 0) continue;
      const other = points + ((<usize>load<i32>(columns + ((<usize>e) << 2))) << 3);
      const dx = <f64>load<f32>(point) - <f64>load<f32>(other);
      const dy = <f64>load<f32>(point, 4) - <f64>load<f32>(other, 4);
      sum += weight * Math.log(weight * (1 + dx * dx + dy * dy));
      total += weight;
    }
  }
  const slot = terms + ((<usize>(begin / grain)) << 4);
  store<f64>(slot, sum);
  store<f64>(slot, total, 8);
}

/** The Kullback-Leibler divergence of the whole map from its terms and the sum of all closenesses. */
export function tsneDivergence(
  terms: usize,
  termCount: i32,
  sums: usize,
  sumCount: i32,
  selfSum: f64,
  divergence: usize,
  begin: i32,
  end: i32,
): void {
  const logSum = Math.log(sumSlots(sums, sumCount) - selfSum);
  let result: f64 = 0;
  for (let i = 0; i < termCount; i++) {
    const slot = terms + ((<usize>i) << 4);
    result += load<f64>(slot) + logSum * load<f64>(slot, 8);
  }
  store<f64>(divergence, result);
}

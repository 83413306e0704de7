import { drawBelow, startStream } from './random';
import { scratch } from '../scratch';

/**
 * The samples that a tree learns from, in ascending order, and what each of them counts. Items are trees.
 */
export function drawSamples(
  seeds: usize, sampleCount: i32, drawCount: i32, labels: usize, weights: usize, classCount: i32, isBalanced: i32,
  areCodes: i32, counts: usize, treeWeights: usize, samples: usize, roots: usize, totals: usize, begin: i32, end: i32,
): void {
  for (let tree = begin; tree < end; tree++) {
    const first = <usize>tree * <usize>sampleCount;
    const seed = load<u32>(seeds + ((<usize>tree) << 3));
    countDraws(seed, sampleCount, drawCount, counts + (first << 2));
    balance(sampleCount, labels, classCount, isBalanced, counts + (first << 2));
    let count = 0, total: f64 = 0;
    for (let sample = 0; sample < sampleCount; sample++) {
      const label = load<i32>(labels + ((<usize>sample) << 2));
      const factor = load<f64>(scratch + ((<usize>label) << 3));
      const weight = load<f64>(weights + ((<usize>sample) << 3)) * <f64>load<i32>(counts + ((first + <usize>sample) << 2)) * factor;
      store<f64>(treeWeights + ((first + <usize>sample) << 3), weight);
      if (weight === 0) continue;
      const to = samples + ((first + <usize>count) << 3);
      store<i32>(to, sample);
      store<i32>(to, areCodes ? (<i32>weight << 6) | (label << 2) : label, 4);
      total += weight;
      count++;
    }
    store<f64>(totals + ((<usize>tree) << 3), total);
    const root = roots + ((<usize>tree) << 4);
    store<i32>(root, <i32>first);
    store<i32>(root, <i32>first + count, 4);
    store<i32>(root, 0, 8);
    store<u32>(root, load<u32>(seeds + ((<usize>tree) << 3), 4), 12);
  }
}

/** How often each sample is drawn, with replacement; every one once where nothing is drawn. */
function countDraws(seed: u32, sampleCount: i32, drawCount: i32, counts: usize): void {
  for (let sample = 0; sample < sampleCount; sample++) store<i32>(counts + ((<usize>sample) << 2), drawCount === 0 ? 1 : 0);
  startStream(seed);
  for (let draw = 0; draw < drawCount; draw++) {
    const count = counts + ((<usize>drawBelow(sampleCount)) << 2);
    store<i32>(count, load<i32>(count) + 1);
  }
}

/** Factors of the classes in the scratch: 1, or such that all classes that are drawn weigh the same. */
function balance(sampleCount: i32, labels: usize, classCount: i32, isBalanced: i32, counts: usize): void {
  for (let label = 0; label < classCount; label++) store<f64>(scratch + ((<usize>label) << 3), isBalanced ? 0 : 1);
  if (!isBalanced) return;
  let drawn: f64 = 0;
  for (let sample = 0; sample < sampleCount; sample++) {
    const count = <f64>load<i32>(counts + ((<usize>sample) << 2));
    const factor = scratch + ((<usize>load<i32>(labels + ((<usize>sample) << 2))) << 3);
    store<f64>(factor, load<f64>(factor) + count);
    drawn += count;
  }
  let present: f64 = 0;
  for (let label = 0; label < classCount; label++) if (load<f64>(scratch + ((<usize>label) << 3)) > 0) present += 1;
  for (let label = 0; label < classCount; label++) {
    const factor = scratch + ((<usize>label) << 3);
    if (load<f64>(factor) > 0) store<f64>(factor, drawn / (present * load<f64>(factor)));
  }
}

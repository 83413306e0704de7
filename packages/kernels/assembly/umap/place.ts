import { attractionStep, randomWords, repulsionStep } from './forces';

/** Puts new points at the mean of their neighbours on a map, weighted; or where the first is that they coincide with. */
export function umapStartAmong(
  fitted: usize,
  neighborCount: i32,
  indices: usize,
  weights: usize,
  points: usize,
  begin: i32,
  end: i32,
): void {
  for (let item = begin; item < end; item++) {
    const row = (<usize>(item * neighborCount)) << 2;
    let x: f32 = 0;
    let y: f32 = 0;
    let sum: f32 = 0;
    for (let j: usize = 0; j < <usize>neighborCount; j++) {
      const weight = load<f32>(weights + row + (j << 2));
      const neighbor = fitted + ((<usize>load<i32>(indices + row + (j << 2))) << 3);
      if (weight == 1) {
        x = load<f32>(neighbor);
        y = load<f32>(neighbor, 4);
        sum = 1;
        break;
      }
      x += weight * load<f32>(neighbor);
      y += weight * load<f32>(neighbor, 4);
      sum += weight;
    }
    store<f32>(points + ((<usize>item) << 3), x / sum);
    store<f32>(points + ((<usize>item) << 3), y / sum, 4);
  }
}

/** All epochs of new points, which alone move; each is pulled and pushed by points of the map. */
export function umapPlace(
  fitted: usize,
  fittedCount: i32,
  neighborCount: i32,
  indices: usize,
  weights: usize,
  points: usize,
  attraction: usize,
  repulsion: usize,
  epochCount: i32,
  learningRate: f32,
  negativeSampleRate: i32,
  stream: i32,
  begin: i32,
  end: i32,
): void {
  for (let item = begin; item < end; item++) {
    const row = (<usize>(item * neighborCount)) << 2;
    const largest = largestOf(weights + row, neighborCount);
    let point = v128.load64_zero(points + ((<usize>item) << 3));
    let debt = 0;
    for (let epoch = 1; epoch <= epochCount; epoch++) {
      const rate = f32x4.splat(learningRate * (1 - <f32>(epoch - 1) / <f32>epochCount));
      for (let j = 0; j < neighborCount; j++) {
        const perEpoch = load<f32>(weights + row + ((<usize>j) << 2)) / largest;
        if (Mathf.floor(perEpoch * <f32>epoch) == Mathf.floor(perEpoch * <f32>(epoch - 1))) continue;
        const neighbor = fitted + ((<usize>load<i32>(indices + row + ((<usize>j) << 2))) << 3);
        point = f32x4.add(point, attractionStep(attraction, point, v128.load64_zero(neighbor), rate));
        debt += negativeSampleRate;
        for (let group = 0; debt >= 4; debt -= 4, group++) {
          const words = randomWords(stream + epoch, item * neighborCount + j, group);
          point = f32x4.add(point, repulsionStep(repulsion, point, fitted, fittedCount, words, rate));
        }
      }
    }
    v128.store64_lane(points + ((<usize>item) << 3), point, 0);
  }
}

function largestOf(weights: usize, count: i32): f32 {
  let largest: f32 = 0;
  for (let j: usize = 0; j < <usize>count; j++) largest = max(largest, load<f32>(weights + (j << 2)));
  return largest;
}

import { attractionStep, randomWords, repulsionStep } from './forces';

/**
 * One epoch over the edges of some buckets, no two of which touch the same points. Edges that are due pull both their
 * ends together in place; then their head is pushed away from points as they were when the epoch began, four at a
 * time. What is left over of a four is carried to the next edge.
 */
export function umapOptimise(
  points: usize,
  snapshot: usize,
  pointCount: i32,
  buckets: usize,
  starts: usize,
  heads: usize,
  tails: usize,
  rates: usize,
  attraction: usize,
  repulsion: usize,
  epoch: f32,
  learningRate: f32,
  negativeSampleRate: i32,
  stream: i32,
  begin: i32,
  end: i32,
): void {
  const now = f32x4.splat(epoch);
  const before = f32x4.splat(epoch - 1);
  const rate = f32x4.splat(learningRate);
  for (let i = begin; i < end; i++) {
    const bucket = (<usize>load<i32>(buckets + ((<usize>i) << 2))) << 2;
    const last = load<i32>(starts + bucket, 4);
    let debt = (stream ^ i) & 3;
    for (let edge = load<i32>(starts + bucket); edge < last; edge += 4) {
      const perEpoch = v128.load(rates + ((<usize>edge) << 2));
      const isDue = f32x4.gt(f32x4.floor(f32x4.mul(perEpoch, now)), f32x4.floor(f32x4.mul(perEpoch, before)));
      let due = i32x4.bitmask(isDue);
      if (edge + 4 > last) due &= (1 << (last - edge)) - 1;
      for (; due != 0; due &= due - 1) {
        const position = edge + ctz(due);
        const headAt = points + ((<usize>load<i32>(heads + ((<usize>position) << 2))) << 3);
        const tailAt = points + ((<usize>load<i32>(tails + ((<usize>position) << 2))) << 3);
        const tail = v128.load64_zero(tailAt);
        let head = v128.load64_zero(headAt);
        const step = attractionStep(attraction, head, tail, rate);
        head = f32x4.add(head, step);
        v128.store64_lane(tailAt, f32x4.sub(tail, step), 0);
        debt += negativeSampleRate;
        for (let group = 0; debt >= 4; debt -= 4, group++) {
          const words = randomWords(stream, position, group);
          head = f32x4.add(head, repulsionStep(repulsion, head, snapshot, pointCount, words, rate));
        }
        v128.store64_lane(headAt, head, 0);
      }
    }
  }
}

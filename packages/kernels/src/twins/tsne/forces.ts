import type { Heap } from '../../compute/heap.ts';
import type { TsneForceKernels } from '../../kernels-of/tsne/forces.ts';

export function tsneForceTwins(heap: Heap): TsneForceKernels {
  return {
    tsneAttract(points, targets, rowStarts, columns, weights, forces, begin, end) {
      const { i32, f32 } = heap;
      for (let row = begin; row < end; row++) {
        let forceX = 0;
        let forceY = 0;
        for (let e = i32[rowStarts / 4 + row]!; e < i32[rowStarts / 4 + row + 1]!; e++) {
          const target = targets / 4 + 2 * i32[columns / 4 + e]!;
          const dx = f32[points / 4 + 2 * row]! - f32[target]!;
          const dy = f32[points / 4 + 2 * row + 1]! - f32[target + 1]!;
          const pull = f32[weights / 4 + e]! / (1 + dx * dx + dy * dy);
          forceX += pull * dx;
          forceY += pull * dy;
        }
        f32.set([forceX, forceY], forces / 4 + 2 * row);
      }
    },

    tsneRepel(points, paddedCount, forces, sums, grain, begin, end) {
      const { f32, f64 } = heap;
      let sum = 0;
      for (let a = begin; a < end; a++) {
        let forceX = 0;
        let forceY = 0;
        for (let b = 0; b < paddedCount; b++) {
          const dx = f32[points / 4 + 2 * a]! - f32[points / 4 + 2 * b]!;
          const dy = f32[points / 4 + 2 * a + 1]! - f32[points / 4 + 2 * b + 1]!;
          const closeness = 1 / (1 + dx * dx + dy * dy);
          sum += closeness;
          forceX += closeness * closeness * dx;
          forceY += closeness * closeness * dy;
        }
        f32.set([forceX, forceY], forces / 4 + 2 * a);
      }
      f64[sums / 8 + Math.floor(begin / grain)] = sum;
    },

    tsneMove(...args) {
      const [points, attraction, repulsion, sums, sumCount, selfSum, velocities, gains, ...rest] = args;
      const [exaggeration, momentum, learningRate, begin, end] = rest;
      const { f32, f64 } = heap;
      const { fround } = Math;
      const normalisation =
        f64.subarray(sums / 8, sums / 8 + sumCount).reduce((sum, slot) => sum + slot, 0) - selfSum;
      const pull = fround(4 * exaggeration);
      const push = fround(4 / normalisation);
      for (let i = 2 * begin; i < 2 * end; i++) {
        const pulled = fround(pull * f32[attraction / 4 + i]!);
        const gradient = fround(pulled - fround(push * f32[repulsion / 4 + i]!));
        const velocity = f32[velocities / 4 + i]!;
        const gain = f32[gains / 4 + i]!;
        const pointsBack = fround(velocity * gradient) < 0;
        const nextGain = pointsBack
          ? fround(gain + fround(0.2))
          : Math.max(fround(gain * fround(0.8)), fround(0.01));
        const step = fround(fround(fround(learningRate) * nextGain) * gradient);
        const moved = fround(fround(fround(momentum) * velocity) - step);
        f32[gains / 4 + i] = nextGain;
        f32[velocities / 4 + i] = moved;
        f32[points / 4 + i]! += moved;
      }
    },

    tsneBounds(points, slots, grain, begin, end) {
      const { f32 } = heap;
      const box = [Infinity, Infinity, -Infinity, -Infinity] as [number, number, number, number];
      for (let i = begin; i < end; i++) {
        const [x = 0, y = 0] = f32.subarray(points / 4 + 2 * i, points / 4 + 2 * i + 2);
        box[0] = Math.min(box[0], x);
        box[1] = Math.min(box[1], y);
        box[2] = Math.max(box[2], x);
        box[3] = Math.max(box[3], y);
      }
      f32.set(box, slots / 4 + 4 * Math.floor(begin / grain));
    },

    tsneShow(points, order, shown, begin, end) {
      const { i32, f32 } = heap;
      for (let i = begin; i < end; i++) {
        const from = points / 4 + 2 * i;
        f32.set(f32.subarray(from, from + 2), shown / 4 + 2 * i32[order / 4 + i]!);
      }
    },
  };
}

import type { Heap } from '../../compute/heap.ts';
import type { UmapLayoutKernels } from '../../kernels-of/umap/layout.ts';
import { isDue, umapForces } from './forces.ts';

const { fround } = Math;

export function umapLayoutTwins(heap: Heap): Pick<UmapLayoutKernels, 'umapCurves' | 'umapOptimise'> {
  return {
    umapCurves(a, b, attraction, repulsion, begin, end) {
      const { f32 } = heap;
      for (let i = begin; i < end; i++) {
        const square = 2 ** (Math.floor(i / 64) - 20) * (1 + (i % 64) / 64);
        const power = square ** b;
        f32[attraction / 4 + i] = (-2 * a * b * power) / square / (a * power + 1);
        f32[repulsion / 4 + i] = (2 * b) / ((0.001 + square) * (a * power + 1));
      }
    },

    umapOptimise(
      points,
      snapshot,
      pointCount,
      buckets,
      starts,
      heads,
      tails,
      rates,
      attraction,
      repulsion,
      epoch,
      learningRate,
      negativeSampleRate,
      stream,
      begin,
      end,
    ) {
      const { i32, f32 } = heap;
      const { attract, repel } = umapForces(heap, attraction, repulsion);
      for (let i = begin; i < end; i++) {
        const bucket = i32[buckets / 4 + i]!;
        let debt = (stream ^ i) & 3;
        for (let edge = i32[starts / 4 + bucket]!; edge < i32[starts / 4 + bucket + 1]!; edge++) {
          if (!isDue(f32[rates / 4 + edge]!, epoch)) continue;
          const head = points / 4 + 2 * i32[heads / 4 + edge]!;
          const tail = points / 4 + 2 * i32[tails / 4 + edge]!;
          const step = attract(f32[head]!, f32[head + 1]!, tail, fround(learningRate));
          let [x, y] = [fround(f32[head]! + step.x), fround(f32[head + 1]! + step.y)];
          f32[tail]! -= step.x;
          f32[tail + 1]! -= step.y;
          debt += negativeSampleRate;
          for (let group = 0; debt >= 4; debt -= 4, group++) {
            const others = { from: snapshot / 4, count: pointCount };
            const push = repel(x, y, others, { stream, position: edge, group }, fround(learningRate));
            [x, y] = [fround(x + push.x), fround(y + push.y)];
          }
          f32[head] = x;
          f32[head + 1] = y;
        }
      }
    },
  };
}

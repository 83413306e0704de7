import type { Heap } from '../../compute/heap.ts';
import type { UmapLayoutKernels } from '../../kernels-of/umap/layout.ts';
import { isDue, umapForces } from './forces.ts';

const { fround } = Math;

export function umapPlaceTwins(heap: Heap): Pick<UmapLayoutKernels, 'umapStartAmong' | 'umapPlace'> {
  return {
    umapStartAmong(fitted, neighborCount, indices, weights, points, begin, end) {
      const { i32, f32 } = heap;
      for (let item = begin; item < end; item++) {
        let [x, y, sum] = [0, 0, 0];
        for (let entry = item * neighborCount; entry < (item + 1) * neighborCount; entry++) {
          const weight = f32[weights / 4 + entry]!;
          const neighbor = fitted / 4 + 2 * i32[indices / 4 + entry]!;
          if (weight === 1) {
            [x, y, sum] = [f32[neighbor]!, f32[neighbor + 1]!, 1];
            break;
          }
          x = fround(x + fround(weight * f32[neighbor]!));
          y = fround(y + fround(weight * f32[neighbor + 1]!));
          sum = fround(sum + weight);
        }
        f32[points / 4 + 2 * item] = x / sum;
        f32[points / 4 + 2 * item + 1] = y / sum;
      }
    },

    umapPlace(
      fitted,
      fittedCount,
      neighborCount,
      indices,
      weights,
      points,
      attraction,
      repulsion,
      epochCount,
      learningRate,
      negativeSampleRate,
      stream,
      begin,
      end,
    ) {
      const { i32, f32 } = heap;
      const { attract, repel } = umapForces(heap, attraction, repulsion);
      const others = { from: fitted / 4, count: fittedCount };
      for (let item = begin; item < end; item++) {
        const first = item * neighborCount;
        const own = f32.slice(weights / 4 + first, weights / 4 + first + neighborCount);
        const largest = own.reduce((most, weight) => Math.max(most, weight), 0);
        let [x, y] = [f32[points / 4 + 2 * item]!, f32[points / 4 + 2 * item + 1]!];
        let debt = 0;
        for (let epoch = 1; epoch <= epochCount; epoch++) {
          const rate = fround(fround(learningRate) * fround(1 - fround((epoch - 1) / epochCount)));
          for (const [j, weight] of own.entries()) {
            if (!isDue(fround(weight / largest), epoch)) continue;
            const neighbor = fitted / 4 + 2 * i32[indices / 4 + first + j]!;
            const step = attract(x, y, neighbor, rate);
            [x, y] = [fround(x + step.x), fround(y + step.y)];
            debt += negativeSampleRate;
            for (let group = 0; debt >= 4; debt -= 4, group++) {
              const place = { stream: stream + epoch, position: first + j, group };
              const push = repel(x, y, others, place, rate);
              [x, y] = [fround(x + push.x), fround(y + push.y)];
            }
          }
        }
        f32[points / 4 + 2 * item] = x;
        f32[points / 4 + 2 * item + 1] = y;
      }
    },
  };
}

import type { Heap } from '../../compute/heap.ts';
import type { OnlineKernels } from '../../kernels-of/online.ts';
import { Problem } from './problem.ts';
import { paddedWidth, prepareRow } from './rows.ts';
import { dotOf } from './vectors.ts';

export function onlineTwins(heap: Heap): OnlineKernels {
  return {
    prepareRows(samples, areFloats, featureCount, mean, inverseScale, order, rows, begin, end) {
      const features = { samples, areFloats, featureCount, mean, inverseScale };
      const rowBytes = paddedWidth(featureCount) * 4;
      for (let place = begin; place < end; place++)
        prepareRow(heap, features, heap.i32[order / 4 + place]!, rows + place * rowBytes);
    },
    learnOneAgainstRest(samples, areFloats, featureCount, mean, inverseScale, order, sampleCount, ...rest) {
      const features = { samples, areFloats, featureCount, mean, inverseScale };
      const width = paddedWidth(featureCount);
      const [codes, sampleWeights, problems, problemCount, groupSize, row, ...others] = rest;
      const [weights, averages, received, states, ...settings] = others;
      const [loss, lossParameter, schedule, scheduleParameter, alpha, ...penalties] = settings;
      const [l2Penalty, l1Penalty, averageFrom, fitsIntercept, begin, end] = penalties;
      const rule = {
        loss,
        lossParameter,
        schedule,
        scheduleParameter,
        alpha,
        l2Penalty,
        l1Penalty,
        averageFrom,
        fitsIntercept,
      };
      const { i32, f32, f64 } = heap;
      const listed = i32.subarray(
        problems / 4 + begin * groupSize,
        problems / 4 + Math.min(end * groupSize, problemCount),
      );
      for (const index of listed) {
        const problem = new Problem(heap, index, width, { weights, averages, received, states });
        for (let place = 0; place < sampleCount; place++) {
          const sample = i32[order / 4 + place]!;
          prepareRow(heap, features, sample, row);
          const example = {
            row,
            code: i32[codes / 4 + sample]!,
            weight: sampleWeights === 0 ? 1 : f64[sampleWeights / 8 + sample]!,
            squaredNorm: schedule >= 3 ? dotOf(f32, row, row, width) : 0,
          };
          problem.learn(rule, example, dotOf(f32, row, weights + index * width * 4, width));
        }
        problem.settleAverage();
      }
    },
    projectOnProblems(rows, width, problems, problemCount, weights, products, begin, end) {
      const { i32, f32 } = heap;
      for (let row = begin; row < end; row++) {
        for (let i = 0; i < problemCount; i++) {
          const w = weights + i32[problems / 4 + i]! * width * 4;
          f32[products / 4 + row * problemCount + i] = dotOf(f32, rows + row * width * 4, w, width);
        }
      }
    },
  };
}

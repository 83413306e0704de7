import type { Heap } from '../../compute/heap.ts';
import type { BoostingKernels } from '../../kernels-of/boosting.ts';
import { entryWords } from './entry-words.ts';

type NodeKernels = Pick<BoostingKernels, 'packEntries' | 'sumNodes' | 'partitionRows'>;

export function nodeTwins(heap: Heap): NodeKernels {
  const words = entryWords(heap);
  return {
    packEntries(
      gradients,
      curvatures,
      weights,
      rowCount,
      gradientScale,
      curvatureScale,
      entries,
      begin,
      end,
    ) {
      const { f64 } = heap;
      for (let item = begin; item < end; item++) {
        const weight = weights === 0 ? 1 : f64[weights / 8 + (item % rowCount)]!;
        const curvature = weight * (curvatures === 0 ? 1 : f64[curvatures / 8 + item]!) * curvatureScale;
        const gradient = roundToEven(weight * f64[gradients / 8 + item]! * gradientScale);
        words.store(entries + item * 16, gradient, 1, roundToEven(curvature));
      }
    },

    sumNodes(nodes, gradients, curvatures, weights, rowCount, begin, end) {
      const { i32, f64 } = heap;
      for (let item = begin; item < end; item++) {
        const node = nodes + item * 80;
        const [rows = 0, count = 0, entries = 0, tree = 0] = i32.subarray(node / 4, node / 4 + 4);
        const entry = [0, 0];
        const sums = [0, 0, 0, 0];
        for (const row of i32.subarray(rows / 4, rows / 4 + count)) {
          const weight = weights === 0 ? 1 : f64[weights / 8 + row]!;
          const gradient = f64[gradients / 8 + tree * rowCount + row]!;
          entry[0]! += words.gradient(entries + row * 16);
          entry[1]! += words.curvature(entries + row * 16);
          sums[0]! += weight;
          sums[1]! += weight * gradient;
          sums[2]! += weight * gradient * gradient;
          sums[3]! += weight * f64[curvatures / 8 + tree * rowCount + row]!;
        }
        words.store(node + 16, entry[0]!, count, entry[1]!);
        f64.set(sums, node / 8 + 4);
      }
    },

    partitionRows(splits, binBytes, begin, end) {
      const { i32, u8, f32 } = heap;
      for (let item = begin; item < end; item++) {
        const at = splits / 4 + item * 8;
        const [rows = 0, count = 0, to = 0, leftCount = 0, column = 0, leftBin = 0] = i32.subarray(
          at,
          at + 6,
        );
        let left = to / 4;
        let right = left + leftCount;
        for (let i = rows / 4; i < rows / 4 + count; i++) {
          const row = i32[i]!;
          const bin = binBytes === 1 ? u8[column + row * 16]! : f32[column / 4 + row]!;
          if (bin <= leftBin) i32[left++] = row;
          else i32[right++] = row;
        }
      }
    },
  };
}

function roundToEven(value: number): number {
  const low = Math.floor(value);
  const rest = value - low;
  if (rest !== 0.5) return rest < 0.5 ? low : low + 1;
  return low % 2 === 0 ? low : low + 1;
}

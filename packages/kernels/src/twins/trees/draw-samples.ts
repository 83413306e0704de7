import type { Heap } from '../../compute/heap.ts';
import type { TreesKernels } from '../../kernels-of/trees.ts';
import { drawsOf } from './random.ts';

export function drawSamplesTwin(heap: Heap): Pick<TreesKernels, 'drawSamples'> {
  return {
    drawSamples(
      seeds,
      sampleCount,
      drawCount,
      labels,
      weights,
      classCount,
      isBalanced,
      areCodes,
      counts,
      treeWeights,
      samples,
      roots,
      totals,
      begin,
      end,
    ) {
      const { i32, f64 } = heap;
      const label = i32.subarray(labels / 4, labels / 4 + sampleCount);
      for (let tree = begin; tree < end; tree++) {
        const first = tree * sampleCount;
        const [drawSeed, rootSeed] = [i32[seeds / 4 + 2 * tree]!, i32[seeds / 4 + 2 * tree + 1]!];
        const count = i32.subarray(counts / 4 + first, counts / 4 + first + sampleCount);
        count.fill(drawCount === 0 ? 1 : 0);
        const draw = drawsOf(drawSeed);
        for (let i = 0; i < drawCount; i++) count[draw(sampleCount)]!++;
        const factors = isBalanced ? balancingFactors(count, label, classCount) : undefined;
        let [place, total] = [0, 0];
        for (let sample = 0; sample < sampleCount; sample++) {
          const code = label[sample]!;
          const weight = f64[weights / 8 + sample]! * count[sample]! * (factors?.[code] ?? 1);
          f64[treeWeights / 8 + first + sample] = weight;
          if (weight === 0) continue;
          const words = areCodes ? (weight << 6) | (code << 2) : code;
          i32.set([sample, words], samples / 4 + 2 * (first + place++));
          total += weight;
        }
        f64[totals / 8 + tree] = total;
        i32.set([first, first + place, 0, rootSeed], roots / 4 + 4 * tree);
      }
    },
  };
}

/** Such that all classes that are drawn weigh the same. */
function balancingFactors(count: Int32Array, label: Int32Array, classCount: number): Float64Array {
  const drawn = new Float64Array(classCount);
  count.forEach((times, sample) => {
    drawn[label[sample]!]! += times;
  });
  const total = drawn.reduce((sum, times) => sum + times, 0);
  const present = drawn.filter((times) => times > 0).length;
  return drawn.map((times) => (times > 0 ? total / (present * times) : 0));
}

import type { Heap } from '../../compute/heap.ts';
import type { TreesKernels } from '../../kernels-of/trees.ts';

export function votesTwins(heap: Heap): Pick<TreesKernels, 'addVotesOfBytes' | 'addVotesOfFloats'> {
  const addVotes =
    (valueAt: (samples: number, index: number) => number): TreesKernels['addVotesOfBytes'] =>
    (
      samples,
      sampleCount,
      featureCount,
      nodes,
      starts,
      treeCount,
      shares,
      classCount,
      skipped,
      votes,
      begin,
      end,
    ) => {
      const { i32, f32, f64 } = heap;
      for (let tree = 0; tree < treeCount; tree++) {
        const root = nodes / 4 + 3 * i32[starts / 4 + tree]!;
        for (let sample = begin; sample < end; sample++) {
          if (skipped !== 0 && i32[skipped / 4 + tree * sampleCount + sample] !== 0) continue;
          let node = root;
          while (i32[node]! >= 0) {
            const goesLeft = valueAt(samples, sample * featureCount + i32[node]!) <= f32[node + 1]!;
            node = goesLeft ? node + 3 : root + 3 * i32[node + 2]!;
          }
          for (let label = 0; label < classCount; label++)
            f64[votes / 8 + sample * classCount + label]! +=
              f64[shares / 8 + i32[node + 2]! * classCount + label]!;
        }
      }
    };
  return {
    addVotesOfBytes: addVotes((samples, index) => heap.u8[samples + index]!),
    addVotesOfFloats: addVotes((samples, index) => heap.f32[samples / 4 + index]!),
  };
}

import type { Heap } from '../../compute/heap.ts';
import type { BoostingKernels } from '../../kernels-of/boosting.ts';

type TreeKernels = Pick<BoostingKernels, 'addByteTrees' | 'addFloatTrees'>;

export function treeTwins(heap: Heap): TreeKernels {
  const addTrees =
    (valueAt: (pointer: number) => number): TreeKernels['addByteTrees'] =>
    (data, rowBytes, nodes, roots, treeCount, classCount, scores, rowCount, begin, end) => {
      const { i32, f64 } = heap;
      for (let tree = 0; tree < treeCount; tree++) {
        for (let row = begin; row < end; row++) {
          let node = nodes / 8 + 2 * i32[roots / 4 + tree]!;
          for (let left = i32[2 * node + 1]!; left !== 0; left = i32[2 * node + 1]!) {
            const goesRight = valueAt(data + row * rowBytes + i32[2 * node]!) > f64[node + 1]!;
            node = nodes / 8 + 2 * (goesRight ? left + 1 : left);
          }
          f64[scores / 8 + (tree % classCount) * rowCount + row]! += f64[node + 1]!;
        }
      }
    };

  return {
    addByteTrees: addTrees((pointer) => heap.u8[pointer]!),
    addFloatTrees: addTrees((pointer) => heap.f32[pointer / 4]!),
  };
}

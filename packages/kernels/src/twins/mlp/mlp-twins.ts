import type { Heap } from '../../compute/heap.ts';
import type { MlpKernels } from '../../kernels-of/mlp.ts';
import { passTwins } from './pass-twins.ts';
import { updateTwins } from './update-twins.ts';

export function mlpTwins(heap: Heap): MlpKernels {
  return { ...passTwins(heap), ...updateTwins(heap) };
}

import type { Heap } from '../../compute/heap.ts';
import type { BoostingKernels } from '../../kernels-of/boosting.ts';

type LossKernels = Pick<BoostingKernels, 'softmaxGradients'>;

export function lossTwins(heap: Heap): LossKernels {
  return {
    softmaxGradients(scores, rowCount, classCount, codes, gradients, curvatures, losses, begin, end) {
      const { f64, i32 } = heap;
      const classes = Array.from({ length: classCount }, (_, code) => code);
      for (let row = begin; row < end; row++) {
        const own = i32[codes / 4 + row]!;
        const scoreOf = (code: number) => f64[scores / 8 + code * rowCount + row]!;
        const largest = Math.max(...classes.map(scoreOf));
        const exponentials = classes.map((code) => Math.exp(scoreOf(code) - largest));
        const sum = exponentials.reduce((total, value) => total + value, 0);
        f64[losses / 8 + row] = Math.log(sum) + largest - scoreOf(own);
        for (const code of classes) {
          const probability = exponentials[code]! / sum;
          f64[gradients / 8 + code * rowCount + row] = (code === own ? 1 : 0) - probability;
          f64[curvatures / 8 + code * rowCount + row] = probability * (1 - probability);
        }
      }
    },
  };
}

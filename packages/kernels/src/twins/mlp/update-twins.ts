import type { Heap } from '../../compute/heap.ts';
import type { MlpKernels } from '../../kernels-of/mlp.ts';
import { layersAt, parameterItems } from './layers.ts';
import { adamMove, forEachSum, sgdMove } from './update.ts';

const { fround } = Math;

export function updateTwins(heap: Heap): Pick<MlpKernels, 'mlpGradient' | 'mlpAdam' | 'mlpSgd'> {
  return {
    mlpGradient(network, layerCount, rowCount, rowStride, centre, gradient, begin, end) {
      const { f64 } = heap;
      for (const item of parameterItems(layersAt(heap, network, layerCount)).slice(begin, end)) {
        forEachSum(heap, item, { rowCount, rowStride, centre: centre / 4 }, (sum, index) => {
          f64[gradient / 8 + index]! += sum;
        });
      }
    },
    mlpAdam(
      network,
      layerCount,
      rowCount,
      rowStride,
      centre,
      parameters,
      first,
      second,
      squares,
      alpha,
      rate,
      beta1,
      beta2,
      epsilon,
      begin,
      end,
    ) {
      const { f32 } = heap;
      const step = {
        parameters: parameters / 4,
        first: first / 4,
        second: second / 4,
        rate,
        beta1,
        beta2,
        epsilon,
      };
      update(
        heap,
        { network, layerCount, rowCount, rowStride, centre, parameters, squares, alpha },
        begin,
        end,
        (gradient, at) => adamMove(f32, gradient, at, step),
      );
    },
    mlpSgd(
      network,
      layerCount,
      rowCount,
      rowStride,
      centre,
      parameters,
      velocities,
      squares,
      alpha,
      rate,
      momentum,
      isNesterov,
      begin,
      end,
    ) {
      const { f32 } = heap;
      const step = { parameters: parameters / 4, velocities: velocities / 4, rate, momentum, isNesterov };
      update(
        heap,
        { network, layerCount, rowCount, rowStride, centre, parameters, squares, alpha },
        begin,
        end,
        (gradient, at) => sgdMove(f32, gradient, at, step),
      );
    },
  };
}

interface Update {
  readonly network: number;
  readonly layerCount: number;
  readonly rowCount: number;
  readonly rowStride: number;
  readonly centre: number;
  readonly parameters: number;
  readonly squares: number;
  readonly alpha: number;
}

function update(
  heap: Heap,
  { network, layerCount, rowCount, rowStride, centre, parameters, squares, alpha }: Update,
  begin: number,
  end: number,
  move: (gradient: number, at: number) => void,
): void {
  const { f32, f64 } = heap;
  const share = fround(1 / rowCount);
  parameterItems(layersAt(heap, network, layerCount)).forEach((item, index) => {
    if (index < begin || index >= end) return;
    forEachSum(heap, item, { rowCount, rowStride, centre: centre / 4 }, (sum, at) => {
      const weight = f32[parameters / 4 + at]!;
      if (!item.isBias) f64[squares / 8 + index]! += weight * weight;
      const penalty = item.isBias ? 0 : fround(fround(alpha) * weight);
      move(fround(fround(sum + penalty) * share), at);
    });
  });
}

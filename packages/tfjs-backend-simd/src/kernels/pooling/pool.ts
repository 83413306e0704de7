import type { TensorInfo } from '@tensorflow/tfjs-core';
import { util } from '@tensorflow/tfjs-core';
import { command } from '../../compute/command.ts';
import type { SimdKernel } from '../kernel.ts';
import { items } from '../work.ts';
import { poolingGeometry, windowArguments } from './pooling-geometry.ts';

function poolKernel(kernelName: string, functionName: 'maxPool' | 'averagePool'): SimdKernel {
  return {
    kernelName,
    compute({ inputs, attrs, backend }) {
      const { x } = inputs as { readonly x: TensorInfo };
      const info = poolingGeometry(x, attrs);
      const isSame = info.filterHeight * info.filterWidth === 1 && util.arraysEqual(x.shape, info.outShape);
      if (x.dtype !== 'float32' || isSame || util.sizeFromShape(info.outShape) === 0)
        return backend.fallback(kernelName, { inputs, attrs });
      const y = backend.output(info.outShape);
      const elementsEach = info.outWidth * info.inChannels * info.filterHeight * info.filterWidth;
      const work = items(info.batchSize * info.outHeight, elementsEach);
      backend.run(
        command(functionName, work, backend.pointer(x), backend.pointer(y), ...windowArguments(info)),
      );
      return y;
    },
  };
}

/** Of `MaxPool`. */
export const maxPool: SimdKernel = poolKernel('MaxPool', 'maxPool');

/** Of `AvgPool`; padding does not count. */
export const averagePool: SimdKernel = poolKernel('AvgPool', 'averagePool');

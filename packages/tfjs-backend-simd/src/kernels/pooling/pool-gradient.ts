import type { backend_util, TensorInfo } from '@tensorflow/tfjs-core';
import { util } from '@tensorflow/tfjs-core';
import { command, type Work } from '../../compute/command.ts';
import type { SimdKernel } from '../kernel.ts';
import { items } from '../work.ts';
import { poolingGeometry, windowArguments } from './pooling-geometry.ts';

/** Of `MaxPoolGrad`: the first of equal values of a window gets its gradient. */
export const maxPoolGradient: SimdKernel = {
  kernelName: 'MaxPoolGrad',
  compute({ inputs, attrs, backend }) {
    const { dy, input: x } = inputs as { readonly dy: TensorInfo; readonly input: TensorInfo };
    if (!isCompiled(dy, x)) return backend.fallback('MaxPoolGrad', { inputs, attrs });
    const info = poolingGeometry(x, attrs);
    const dx = backend.output(x.shape);
    const [gradient, from, to] = [backend.pointer(dy), backend.pointer(x), backend.pointer(dx)];
    backend.run(command('maxPoolGradient', imageWork(info), gradient, from, to, ...windowArguments(info)));
    return dx;
  },
};

/** Of `AvgPoolGrad`: like the cpu backend's, it divides by the size of the whole window at the edges too. */
export const averagePoolGradient: SimdKernel = {
  kernelName: 'AvgPoolGrad',
  compute({ inputs, attrs, backend }) {
    const { dy, input: x } = inputs as { readonly dy: TensorInfo; readonly input: TensorInfo };
    if (!isCompiled(dy, x)) return backend.fallback('AvgPoolGrad', { inputs, attrs });
    const info = poolingGeometry(x, attrs);
    const dx = backend.output(x.shape);
    const [gradient, to] = [backend.pointer(dy), backend.pointer(dx)];
    backend.run(command('averagePoolGradient', imageWork(info), gradient, to, ...windowArguments(info)));
    return dx;
  },
};

function imageWork(info: backend_util.Conv2DInfo): Work {
  const ofInput = info.inHeight * info.inWidth * info.inChannels;
  const ofWindows = info.outHeight * info.outWidth * info.inChannels * info.filterHeight * info.filterWidth;
  return items(info.batchSize, ofInput + ofWindows);
}

function isCompiled(dy: TensorInfo, x: TensorInfo): boolean {
  return dy.dtype === 'float32' && x.dtype === 'float32' && util.sizeFromShape(x.shape) > 0;
}

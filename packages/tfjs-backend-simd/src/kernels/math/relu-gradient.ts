import type { TensorInfo } from '@tensorflow/tfjs-core';
import { util } from '@tensorflow/tfjs-core';
import { command } from '../../compute/command.ts';
import type { SimdKernel } from '../kernel.ts';
import { requireFloat32 } from '../require-float32.ts';
import { fours } from '../work.ts';

/** Of `ReluGrad`: `dy` where `y` is above 0. */
export const reluGradient: SimdKernel = {
  kernelName: 'ReluGrad',
  compute({ inputs, backend }) {
    const { dy, y } = inputs as { readonly dy: TensorInfo; readonly y: TensorInfo };
    requireFloat32('ReluGrad', y.shape, { dy, y });
    const dx = backend.output(y.shape);
    const work = fours(util.sizeFromShape(y.shape));
    backend.run(command('reluGradient', work, backend.pointer(dy), backend.pointer(y), backend.pointer(dx)));
    return dx;
  },
};

import type { TensorInfo } from '@tensorflow/tfjs-core';
import { util } from '@tensorflow/tfjs-core';
import { command } from '../../compute/command.ts';
import type { SimdKernel } from '../kernel.ts';
import { requireFloat32 } from '../require-float32.ts';
import { fours } from '../work.ts';

/** Of `AverageUpdate`: an exponential moving average of a parameter, in place. */
export const averageUpdate: SimdKernel = {
  kernelName: 'AverageUpdate',
  compute({ inputs, attrs, backend }) {
    const { average, parameter } = inputs as { readonly average: TensorInfo; readonly parameter: TensorInfo };
    requireFloat32('AverageUpdate', average.shape, { average, parameter });
    const { decay } = attrs as { readonly decay: number };
    const work = fours(util.sizeFromShape(average.shape));
    const [to, from] = [backend.pointer(average), backend.pointer(parameter)];
    backend.run(command('averageUpdate', work, to, from, decay, 1 - decay));
    return [];
  },
};

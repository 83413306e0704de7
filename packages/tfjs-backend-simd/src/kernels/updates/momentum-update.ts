import type { TensorInfo } from '@tensorflow/tfjs-core';
import { util } from '@tensorflow/tfjs-core';
import { command } from '../../compute/command.ts';
import type { SimdKernel } from '../kernel.ts';
import { requireFloat32 } from '../require-float32.ts';
import { fours } from '../work.ts';

interface MomentumAttributes {
  readonly rate: number;
  readonly momentum: number;
  readonly nesterov: boolean;
  readonly decay: number;
  readonly l2: number;
}

/** Of `MomentumUpdate`: a step in place, on the memory of the parameter and its velocity. */
export const momentumUpdate: SimdKernel = {
  kernelName: 'MomentumUpdate',
  compute({ inputs, attrs, backend }) {
    const { parameter, gradient, velocity } = inputs as Readonly<
      Record<'parameter' | 'gradient' | 'velocity', TensorInfo>
    >;
    requireFloat32('MomentumUpdate', parameter.shape, { parameter, gradient, velocity });
    const { rate, momentum, nesterov, decay, l2 } = attrs as unknown as MomentumAttributes;
    backend.run(
      command(
        'momentumUpdate',
        fours(util.sizeFromShape(parameter.shape)),
        backend.pointer(parameter),
        backend.pointer(gradient),
        backend.pointer(velocity),
        momentum,
        nesterov ? rate : 0,
        nesterov ? rate * momentum : rate,
        rate * decay,
        l2,
      ),
    );
    return [];
  },
};

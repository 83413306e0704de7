import type { TensorInfo } from '@tensorflow/tfjs-core';
import { util } from '@tensorflow/tfjs-core';
import { command } from '../../compute/command.ts';
import type { SimdKernel } from '../kernel.ts';
import { requireFloat32 } from '../require-float32.ts';
import { fours } from '../work.ts';

interface AdamAttributes {
  readonly rate: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
  /** `1 - beta1 ** step`. */
  readonly correction1: number;
  /** `1 - beta2 ** step`. */
  readonly correction2: number;
  readonly decay: number;
  readonly l2: number;
}

/** Of `AdamUpdate`: a step in place, on the memory of the parameter and both moments. */
export const adamUpdate: SimdKernel = {
  kernelName: 'AdamUpdate',
  compute({ inputs, attrs, backend }) {
    const { parameter, gradient, first, second } = inputs as Readonly<
      Record<'parameter' | 'gradient' | 'first' | 'second', TensorInfo>
    >;
    requireFloat32('AdamUpdate', parameter.shape, { parameter, gradient, first, second });
    const { rate, beta1, beta2, epsilon, correction1, correction2, decay, l2 } =
      attrs as unknown as AdamAttributes;
    backend.run(
      command(
        'adamUpdate',
        fours(util.sizeFromShape(parameter.shape)),
        backend.pointer(parameter),
        backend.pointer(gradient),
        backend.pointer(first),
        backend.pointer(second),
        rate / correction1,
        beta1,
        1 - beta1,
        beta2,
        1 - beta2,
        epsilon,
        correction2,
        rate * decay,
        l2,
      ),
    );
    return [];
  },
};

import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { SimdKernel } from '../kernel.ts';
import { copied } from './copied.ts';
import { stridesOf } from './strides.ts';

/** Of `Tile`. */
export const tile: SimdKernel = {
  kernelName: 'Tile',
  compute({ inputs, attrs, backend }) {
    const { x } = inputs as { readonly x: TensorInfo };
    const { reps } = attrs as { readonly reps: number[] };
    const shape = x.shape.map((length, axis) => length * (reps[axis] as number));
    const [from, to] = [stridesOf(x.shape), stridesOf(shape)];
    const dimensions = x.shape.flatMap((length, axis) => [
      { length: reps[axis] as number, from: 0, to: (to[axis] as number) * length },
      { length, from: from[axis] as number, to: to[axis] as number },
    ]);
    const y = copied(backend, shape, [{ tensor: x, copy: { dimensions } }]);
    return y ?? backend.fallback('Tile', { inputs, attrs });
  },
};

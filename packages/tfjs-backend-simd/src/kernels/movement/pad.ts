import type { TensorInfo } from '@tensorflow/tfjs-core';
import { util } from '@tensorflow/tfjs-core';
import type { SimdKernel } from '../kernel.ts';
import { copied } from './copied.ts';
import { stridesOf } from './strides.ts';

/** Of `PadV2`. */
export const pad: SimdKernel = {
  kernelName: 'PadV2',
  compute({ inputs, attrs, backend }) {
    const { x } = inputs as { readonly x: TensorInfo };
    const { paddings, constantValue } = attrs as unknown as {
      readonly paddings: readonly (readonly [number, number])[];
      readonly constantValue: number;
    };
    if (x.dtype !== 'float32' || util.sizeFromShape(x.shape) === 0)
      return backend.fallback('PadV2', { inputs, attrs });
    const shape = x.shape.map((length, axis) => {
      const [before, after] = paddings[axis] as readonly [number, number];
      return before + length + after;
    });
    const [from, steps] = [stridesOf(x.shape), stridesOf(shape)];
    const to = paddings.reduce((offset, [before], axis) => offset + before * (steps[axis] as number), 0);
    const dimensions = x.shape.map((length, axis) => ({
      length,
      from: from[axis] as number,
      to: steps[axis] as number,
    }));
    const y = copied(backend, shape, [{ tensor: x, copy: { to, dimensions } }], constantValue);
    return y ?? backend.fallback('PadV2', { inputs, attrs });
  },
};

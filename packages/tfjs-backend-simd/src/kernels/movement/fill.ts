import type { DataType, TensorInfo } from '@tensorflow/tfjs-core';
import { util } from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../../backend/simd-backend.ts';
import { command } from '../../compute/command.ts';
import type { SimdKernel } from '../kernel.ts';
import { fours } from '../work.ts';

function filled(backend: SimdBackend, shape: readonly number[], value: number): TensorInfo {
  const y = backend.output(shape);
  backend.run(command('fill', fours(util.sizeFromShape([...shape])), backend.pointer(y), value));
  return y;
}

function filledLike(kernelName: string, value: number): SimdKernel {
  return {
    kernelName,
    compute({ inputs, attrs, backend }) {
      const { x } = inputs as { readonly x: TensorInfo };
      return x.dtype === 'float32'
        ? filled(backend, x.shape, value)
        : backend.fallback(kernelName, { inputs, attrs });
    },
  };
}

/** Of `Fill`. */
export const fill: SimdKernel = {
  kernelName: 'Fill',
  compute({ inputs, attrs, backend }) {
    const { shape, value } = attrs as { readonly shape: number[]; readonly value: number | string };
    const dtype = (attrs['dtype'] as DataType | undefined) ?? util.inferDtype(value);
    if (dtype !== 'float32') return backend.fallback('Fill', { inputs, attrs });
    return filled(backend, shape, value as number);
  },
};

/** Of `ZerosLike`. */
export const zerosLike: SimdKernel = filledLike('ZerosLike', 0);

/** Of `OnesLike`. */
export const onesLike: SimdKernel = filledLike('OnesLike', 1);

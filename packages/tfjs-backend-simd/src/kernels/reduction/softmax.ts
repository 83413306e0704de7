import type { TensorInfo } from '@tensorflow/tfjs-core';
import { util } from '@tensorflow/tfjs-core';
import { command } from '../../compute/command.ts';
import type { SimdKernel } from '../kernel.ts';
import { items } from '../work.ts';

const EXPONENTIAL_COST = 8;

/** Of `Softmax`, over the last dimension. */
export const softmax: SimdKernel = {
  kernelName: 'Softmax',
  compute({ inputs, attrs, backend }) {
    const { logits } = inputs as { readonly logits: TensorInfo };
    const { dim } = attrs as { readonly dim: number };
    const { shape } = logits;
    const isLast = dim === -1 || dim === shape.length - 1;
    const size = util.sizeFromShape(shape);
    if (logits.dtype !== 'float32' || !isLast || size === 0)
      return backend.fallback('Softmax', { inputs, attrs });
    const classes = shape.at(-1) as number;
    const y = backend.output(shape);
    const work = items(size / classes, classes, EXPONENTIAL_COST);
    backend.run(command('softmax', work, backend.pointer(logits), backend.pointer(y), classes));
    return y;
  },
};

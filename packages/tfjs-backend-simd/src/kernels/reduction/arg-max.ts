import type { TensorInfo } from '@tensorflow/tfjs-core';
import { util } from '@tensorflow/tfjs-core';
import { command } from '../../compute/command.ts';
import type { SimdKernel } from '../kernel.ts';
import { items } from '../work.ts';

/** Of `ArgMax`, over one axis: the first of equal values. */
export const argMax: SimdKernel = {
  kernelName: 'ArgMax',
  compute({ inputs, attrs, backend }) {
    const { x } = inputs as { readonly x: TensorInfo };
    const [axis, ...others] = util.parseAxisParam(attrs['axis'] as number, x.shape) as [number, ...number[]];
    const size = util.sizeFromShape(x.shape);
    if (x.dtype !== 'float32' || others.length > 0 || size === 0)
      return backend.fallback('ArgMax', { inputs, attrs });
    const rows = x.shape[axis] as number;
    const columns = util.sizeFromShape(x.shape.slice(axis + 1));
    const y = backend.output(x.shape.toSpliced(axis, 1), 'int32');
    const work = items(size / rows, rows);
    backend.run(command('argMaximum', work, backend.pointer(x), backend.pointer(y), rows, columns));
    return y;
  },
};

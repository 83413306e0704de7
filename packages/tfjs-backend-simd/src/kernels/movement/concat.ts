import type { TensorInfo } from '@tensorflow/tfjs-core';
import { backend_util, util } from '@tensorflow/tfjs-core';
import type { SimdKernel } from '../kernel.ts';
import { type CopiedTensor, copied } from './copied.ts';

/** Of `Concat`, along any axis. */
export const concat: SimdKernel = {
  kernelName: 'Concat',
  compute({ inputs, attrs, backend }) {
    const all = Object.values(inputs) as TensorInfo[];
    const [axis] = util.parseAxisParam(attrs['axis'] as number, (all[0] as TensorInfo).shape) as [number];
    const shapes = all.map((tensor) => tensor.shape);
    backend_util.assertParamsConsistent(shapes, axis);
    const shape = backend_util.computeOutShape(shapes, axis);
    const widthOf = (lengths: readonly number[]) => util.sizeFromShape(lengths.slice(axis));
    const parts: CopiedTensor[] = [];
    let to = 0;
    for (const tensor of all.filter((each) => util.sizeFromShape(each.shape) > 0)) {
      const width = widthOf(tensor.shape);
      const dimensions = [
        { length: util.sizeFromShape(shape.slice(0, axis)), from: width, to: widthOf(shape) },
        ...[...tensor.shape.slice(axis).entries()].map(([index, length]) => {
          const step = util.sizeFromShape(tensor.shape.slice(axis + index + 1));
          return { length, from: step, to: step };
        }),
      ];
      parts.push({ tensor, copy: { to, dimensions } });
      to += width;
    }
    const isOfOneType = all.every(({ dtype }) => dtype === all[0]?.dtype);
    const y = isOfOneType ? copied(backend, shape, parts) : undefined;
    return y ?? backend.fallback('Concat', { inputs, attrs });
  },
};

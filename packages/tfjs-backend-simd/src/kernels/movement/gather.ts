import type { TensorInfo } from '@tensorflow/tfjs-core';
import { backend_util, util } from '@tensorflow/tfjs-core';
import { command } from '../../compute/command.ts';
import type { SimdKernel } from '../kernel.ts';
import { items } from '../work.ts';

/** Of `GatherV2`, along any axis; batches of indices are the cpu backend's. */
export const gather: SimdKernel = {
  kernelName: 'GatherV2',
  compute({ inputs, attrs, backend }) {
    const { x, indices } = inputs as { readonly x: TensorInfo; readonly indices: TensorInfo };
    const [axis] = util.parseAxisParam(attrs['axis'] as number, x.shape) as [number];
    const batchDimensions = (attrs['batchDims'] as number | undefined) ?? 0;
    const info = backend_util.segment_util.collectGatherOpShapeInfo(x, indices, axis, batchDimensions);
    const isCompiled =
      (x.dtype === 'float32' || x.dtype === 'int32') && indices.dtype === 'int32' && batchDimensions === 0;
    const size = util.sizeFromShape(info.outputShape);
    const values = backend.readSync(indices.dataId) as Int32Array;
    const isInside = values.every((index) => index >= 0 && index < info.dimSize);
    if (!isCompiled || size === 0 || !isInside) return backend.fallback('GatherV2', { inputs, attrs });
    const y = backend.output(info.outputShape, x.dtype as 'float32');
    const work = items(info.outerSize * values.length, info.sliceSize);
    const [from, places, to] = [backend.pointer(x), backend.pointer(indices), backend.pointer(y)];
    backend.run(command('gatherRows', work, from, places, to, info.dimSize, info.sliceSize, values.length));
    return y;
  },
};

import type { TensorInfo } from '@tensorflow/tfjs-core';
import { util } from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../../backend/simd-backend.ts';
import { command } from '../../compute/command.ts';
import type { SimdKernel } from '../kernel.ts';
import { rowParts } from './row-parts.ts';

const DEFAULT_EPSILON = 0.001;

/** Of `FusedBatchNorm`: x normalised by given moments, one of each channel. */
export const fusedBatchNorm: SimdKernel = {
  kernelName: 'FusedBatchNorm',
  compute({ inputs, attrs, backend }) {
    const { x, mean, variance } = inputs as Readonly<Record<'x' | 'mean' | 'variance', TensorInfo>>;
    const { scale, offset } = inputs as { readonly scale?: TensorInfo; readonly offset?: TensorInfo };
    const { channels, spanBytes, rowWork } = rowParts(x);
    const given = [mean, variance, scale, offset].filter((tensor) => tensor != null);
    const isFloat = [x, ...given].every(({ dtype }) => dtype === 'float32');
    const isOfChannels = given.every(({ shape }) => util.sizeFromShape(shape) === channels);
    if (!isFloat || !isOfChannels || util.sizeFromShape(x.shape) === 0)
      return backend.fallback('FusedBatchNorm', { inputs, attrs });
    const epsilon = (attrs['varianceEpsilon'] as number | undefined) ?? DEFAULT_EPSILON;
    const y = backend.output(x.shape);
    const scales = scale ?? filled(backend, channels, 1);
    const offsets = offset ?? filled(backend, channels, 0);
    const [from, to, means] = [backend.pointer(x), backend.pointer(y), backend.pointer(mean)];
    backend.withScratch(spanBytes, (factors) =>
      backend.run(
        command(
          'normalizationFactors',
          { total: channels, grain: channels },
          backend.pointer(scales),
          backend.pointer(variance),
          epsilon,
          factors,
        ),
        command('normalize', rowWork, from, to, means, factors, backend.pointer(offsets), channels, 0),
      ),
    );
    if (scale == null) backend.disposeData(scales.dataId);
    if (offset == null) backend.disposeData(offsets.dataId);
    return y;
  },
};

function filled(backend: SimdBackend, size: number, value: number): TensorInfo {
  const dataId = backend.write(new Float32Array(size).fill(value), [size], 'float32');
  return { dataId, shape: [size], dtype: 'float32' };
}

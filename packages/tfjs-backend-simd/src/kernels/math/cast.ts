import type { DataType, TensorInfo } from '@tensorflow/tfjs-core';
import { util } from '@tensorflow/tfjs-core';
import { command } from '../../compute/command.ts';
import type { SimdKernel } from '../kernel.ts';
import { fours } from '../work.ts';

/**
 * Of `Cast`. The cpu backend lets a wider type share the narrower one's array; in memory that kernels read as what its
 * type says, each type needs its own.
 */
export const cast: SimdKernel = {
  kernelName: 'Cast',
  compute({ inputs, attrs, backend }) {
    const { x } = inputs as { readonly x: TensorInfo };
    const { dtype } = attrs as { readonly dtype: DataType };
    const functionName = castFunction(x.dtype, dtype);
    if (functionName === undefined) return backend.fallback('Cast', { inputs, attrs });
    const y = backend.output(x.shape, dtype as 'float32' | 'int32');
    const work = fours(util.sizeFromShape(x.shape));
    backend.run(command(functionName, work, backend.pointer(x), backend.pointer(y)));
    return y;
  },
};

function castFunction(from: DataType, to: DataType) {
  if (from === 'bool' && to === 'float32') return 'castBoolToFloat';
  if (from === 'bool' && to === 'int32') return 'castBoolToInt';
  if (from === 'int32' && to === 'float32') return 'castIntToFloat';
  if (from === 'float32' && to === 'int32') return 'castFloatToInt';
  return undefined;
}

import type { TensorInfo } from '@tensorflow/tfjs-core';
import { util } from '@tensorflow/tfjs-core';
import { command } from '../../compute/command.ts';
import type { SimdKernel } from '../kernel.ts';
import { fours } from '../work.ts';

/** Of `Select` (`tf.where`), with a condition for each element. */
export const select: SimdKernel = {
  kernelName: 'Select',
  compute({ inputs, attrs, backend }) {
    const { condition, t, e } = inputs as Readonly<Record<'condition' | 't' | 'e', TensorInfo>>;
    const isFloat = t.dtype === 'float32' && e.dtype === 'float32' && condition.dtype === 'bool';
    const isSame = util.arraysEqual(condition.shape, t.shape) && util.arraysEqual(t.shape, e.shape);
    if (!isFloat || !isSame) return backend.fallback('Select', { inputs, attrs });
    const y = backend.output(t.shape);
    const [mask, ifTrue, ifFalse, to] = [condition, t, e, y].map((tensor) => backend.pointer(tensor)) as [
      number,
      number,
      number,
      number,
    ];
    backend.run(command('selectValues', fours(util.sizeFromShape(t.shape)), mask, ifTrue, ifFalse, to));
    return y;
  },
};

import {
  type KernelFunc,
  registerKernel,
  type Tensor,
  type TensorInfo,
  tensor,
  unregisterKernel,
} from '@tensorflow/tfjs-core';
import { onTestFinished } from 'vitest';

/** What a kernel computes: from the values of its inputs to the values and shapes of its outputs. */
type Compute = (
  inputs: Readonly<Record<string, Float32Array>>,
  attributes: Readonly<Record<string, unknown>>,
) => readonly (readonly [values: ArrayLike<number>, shape: readonly number[]])[];

/**
 * Gives the cpu backend a kernel of its own for the rest of a test.
 *
 * @returns How often it has been called.
 */
export function useOwnKernel(kernelName: string, compute: Compute): () => number {
  let calls = 0;
  const kernelFunc: KernelFunc = ({ inputs, attrs, backend }) => {
    calls++;
    const read = (info: TensorInfo): Float32Array =>
      (backend as { readSync(id: object): Float32Array }).readSync(info.dataId);
    const values = Object.fromEntries(
      Object.entries(inputs).map(([name, info]) => [name, read(info as TensorInfo)]),
    );
    const outputs: Tensor[] = compute(values, attrs ?? {}).map(([data, shape]) =>
      tensor(Float32Array.from(data), [...shape]),
    );
    return outputs.length === 1 ? outputs[0]! : outputs;
  };
  registerKernel({ kernelName, backendName: 'cpu', kernelFunc });
  onTestFinished(() => unregisterKernel(kernelName, 'cpu'));
  return () => calls;
}

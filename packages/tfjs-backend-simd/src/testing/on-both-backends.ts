import '../index.ts';
import type { NamedAttrMap, Tensor } from '@tensorflow/tfjs-core';
import { engine, setBackend, tensor } from '@tensorflow/tfjs-core';

/** An array that a kernel is given. */
export interface TestInput {
  readonly values: ArrayLike<number>;
  readonly shape: readonly number[];
  readonly dtype?: 'float32' | 'int32' | 'bool';
}

export interface TestOutput {
  readonly values: ArrayLike<number>;
  readonly shape: readonly number[];
  readonly dtype: string;
}

/** What a kernel of a backend makes of inputs. */
export async function runKernel(
  backendName: string,
  kernelName: string,
  inputs: Readonly<Record<string, TestInput>>,
  attrs: NamedAttrMap = {},
): Promise<readonly TestOutput[]> {
  await setBackend(backendName);
  engine().startScope();
  try {
    const tensors: Record<string, Tensor> = {};
    for (const [name, { values, shape, dtype = 'float32' }] of Object.entries(inputs))
      tensors[name] = tensor(Array.from(values), [...shape], dtype);
    const outputs = engine().runKernel<Tensor | Tensor[]>(kernelName, tensors, attrs);
    return [outputs].flat().map((output) => ({
      values: output.dataSync(),
      shape: output.shape,
      dtype: output.dtype,
    }));
  } finally {
    engine().endScope();
  }
}

import type { NamedAttrMap, TensorInfo } from '@tensorflow/tfjs-core';
import { expect } from 'vitest';
import { createSimdBackend, type SimdBackend } from '../index.ts';
import type { SimdKernel } from '../kernels/kernel.ts';
import { firstDifference } from './first-difference.ts';
import type { TestInput } from './on-both-backends.ts';

export interface ThreadCase {
  readonly kernel: SimdKernel;
  readonly inputs: Readonly<Record<string, TestInput>>;
  readonly attrs?: NamedAttrMap;
}

/** Expects the same bytes of each kernel on one thread and on three. */
export async function expectSameOnThreads(...cases: readonly ThreadCase[]): Promise<void> {
  const alone = await createSimdBackend({ threads: 1 });
  const together = await createSimdBackend({ threads: 3 });
  for (const each of cases) {
    const expected = arraysOf(alone, each);
    for (const [index, array] of arraysOf(together, each).entries())
      expect(firstDifference(array, expected[index] as Float32Array)).toBeUndefined();
  }
  alone.dispose();
  together.dispose();
}

/** What a kernel makes: its outputs, and then its inputs as it leaves them. */
export function arraysOf(
  backend: SimdBackend,
  { kernel, inputs, attrs = {} }: ThreadCase,
): readonly Float32Array[] {
  const tensors: Record<string, TensorInfo> = {};
  for (const [name, { values, shape, dtype = 'float32' }] of Object.entries(inputs)) {
    const array = dtype === 'float32' ? Float32Array.from(values) : Int32Array.from(values);
    tensors[name] = { dataId: backend.write(array, [...shape], dtype), shape: [...shape], dtype };
  }
  const outputs = [kernel.compute({ inputs: tensors, attrs, backend })].flat();
  return [...outputs, ...Object.values(tensors)].map(
    ({ dataId }) => backend.readSync(dataId) as Float32Array,
  );
}

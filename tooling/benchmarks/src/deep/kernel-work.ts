import { createSimdBackend, type SimdBackend } from '@fashion-mnist/tfjs-backend-simd';
import { getKernel, type NamedAttrMap, type TensorInfo } from '@tensorflow/tfjs-core';
import type { Cleanup } from '../runner/benchmark.ts';

/** A kernel of the backend `simd` with what it is given. */
export interface KernelWork {
  readonly kernelName: string;
  /** Shapes by the names of inputs. */
  readonly inputs: Readonly<Record<string, readonly number[]>>;
  readonly attrs: NamedAttrMap;
}

/** Backends with one and with two threads, which stay to the end. */
export async function openBackends(cleanup: Cleanup): Promise<ReadonlyMap<number, SimdBackend>> {
  const backends = new Map<number, SimdBackend>();
  for (const threads of [1, 2]) {
    const backend = await createSimdBackend({ threads });
    cleanup.defer(() => backend.dispose());
    backends.set(threads, backend);
  }
  return backends;
}

/** Places the inputs; each call does the work `times` times. */
export function prepareWork(backend: SimdBackend, work: KernelWork, times: number): () => void {
  const kernel = getKernel(work.kernelName, 'simd');
  if (kernel == null) throw new Error(`expected a kernel ${work.kernelName}`);
  const inputs = Object.fromEntries(
    Object.entries(work.inputs).map(([name, shape]) => [name, place(backend, name, [...shape])]),
  );
  return () => {
    for (let time = 0; time < times; time++) {
      const outputs = [kernel.kernelFunc({ inputs, attrs: work.attrs, backend })].flat();
      for (const { dataId } of outputs) backend.disposeData(dataId);
    }
  };
}

/** What makes no sense below zero. */
const POSITIVE_INPUTS = new Set(['variance', 'second', 'targets']);

/** Values between -1 and 1 without a pattern that would make products small. */
function place(backend: SimdBackend, name: string, shape: number[]): TensorInfo {
  const size = shape.reduce((product, length) => product * length, 1);
  const lowest = POSITIVE_INPUTS.has(name) ? 0 : -1;
  const values = Float32Array.from(
    { length: size },
    (_, index) => lowest + (((index * 7919) % 1001) / 1001) * (1 - lowest),
  );
  return { dataId: backend.write(values, shape, 'float32'), shape, dtype: 'float32' };
}

import {
  engine,
  getBackend,
  getKernel,
  type NamedAttrMap,
  type NamedTensorMap,
  type Tensor,
} from '@tensorflow/tfjs-core';

/** Whether the current backend has a kernel of its own. */
export function hasKernel(name: string): boolean {
  return getKernel(name, getBackend()) !== undefined;
}

/** Runs a kernel that gives one tensor; inputs that are undefined are left out. */
export function runKernel(
  name: string,
  inputs: Readonly<Record<string, Tensor | undefined>>,
  attributes: object = {},
): Tensor {
  return engine().runKernel<Tensor>(name, given(inputs), attributes as NamedAttrMap);
}

/** Runs a kernel that gives several tensors. */
export function runKernelForAll(
  name: string,
  inputs: Readonly<Record<string, Tensor>>,
  attributes: object = {},
): readonly Tensor[] {
  return engine().runKernel<Tensor[]>(name, given(inputs), attributes as NamedAttrMap);
}

function given(inputs: Readonly<Record<string, Tensor | undefined>>): NamedTensorMap {
  return Object.fromEntries(
    Object.entries(inputs).filter((entry): entry is [string, Tensor] => entry[1] !== undefined),
  );
}

import { engine, getBackend, getKernel, type NamedTensorMap } from '@tensorflow/tfjs-core';

/**
 * Runs a kernel that the backend has beside tfjs's own and that changes variables where they lie.
 *
 * @returns Whether there is such a kernel.
 */
export function runInPlace(
  kernelName: string,
  inputs: Readonly<Record<string, object>>,
  attributes: Readonly<Record<string, number | boolean>>,
): boolean {
  if (getKernel(kernelName, getBackend()) === undefined) return false;
  engine().runKernel(kernelName, inputs as unknown as NamedTensorMap, attributes);
  return true;
}

import type { NamedAttrMap, TensorInfo } from '@tensorflow/tfjs-core';
import { getKernel } from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../../backend/simd-backend.ts';

/** What the compiled products know of an activation: its number, 0 for none. */
export interface CompiledActivation {
  readonly number: number;
  readonly slope: number;
}

const COMPILED: Readonly<Record<string, number>> = { linear: 0, relu: 1, relu6: 2, leakyrelu: 3 };

/** Kernels of activations that no product ends with. */
const KERNEL_NAMES: Readonly<Record<string, string>> = { elu: 'Elu', sigmoid: 'Sigmoid', prelu: 'Prelu' };

/** Undefined where the activation is a kernel of its own. */
export function compiledActivation({
  activation,
  leakyreluAlpha,
}: NamedAttrMap): CompiledActivation | undefined {
  const number = COMPILED[(activation as string | undefined) ?? 'linear'];
  return number === undefined ? undefined : { number, slope: (leakyreluAlpha as number | undefined) ?? 0 };
}

/** Activates by a kernel of its own; `x` is disposed of. */
export function activateAfter(
  backend: SimdBackend,
  activation: string,
  x: TensorInfo,
  weights: TensorInfo | undefined,
): TensorInfo {
  const kernelName = KERNEL_NAMES[activation];
  const kernel = kernelName === undefined ? undefined : getKernel(kernelName, 'simd');
  if (kernel == null)
    throw new RangeError(
      `activation: expected one of ${[...Object.keys(COMPILED), ...Object.keys(KERNEL_NAMES)].join(', ')}, got ${activation}`,
    );
  const inputs = activation === 'prelu' ? { x, alpha: weights as TensorInfo } : { x };
  const y = kernel.kernelFunc({ inputs, attrs: {}, backend }) as TensorInfo;
  if (y.dataId !== x.dataId) backend.disposeData(x.dataId);
  return y;
}

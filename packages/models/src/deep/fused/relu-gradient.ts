import { mul, step, type Tensor } from '@tensorflow/tfjs-core';
import { hasKernel, runKernel } from './backend-kernels.ts';

/** The gradient before ReLU, from the one after it and from what it gave. */
export function reluGradient(dy: Tensor, y: Tensor): Tensor {
  return hasKernel('ReluGrad') ? runKernel('ReluGrad', { dy, y }) : mul(dy, step(y));
}

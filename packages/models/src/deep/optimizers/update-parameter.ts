import { add, div, mul, sqrt, square, sub, type Tensor, tidy, type Variable } from '@tensorflow/tfjs-core';
import { hasKernel, runKernelForAll } from '../fused/backend-kernels.ts';
import type { AdagradOptimizer } from './adagrad.ts';
import type { AdamOptimizer } from './adam.ts';
import type { SgdOptimizer } from './sgd.ts';
import { separate } from './variables.ts';

/** Weight decay as it applies to one parameter. */
export interface WeightDecay {
  readonly decay: number;
  readonly l2: number;
}

/** A step of gradient descent on one parameter and its velocity. */
export function descend(
  parameter: Variable,
  gradient: Tensor,
  velocity: Variable,
  rate: number,
  { momentum, nesterov }: SgdOptimizer,
  { decay, l2 }: WeightDecay,
): void {
  const attributes = { rate, momentum, nesterov, decay, l2 };
  if (runInPlace('MomentumUpdate', { parameter, velocity }, { gradient }, attributes)) return;
  tidy(() => {
    const slope = penalised(gradient, parameter, l2);
    velocity.assign(add(mul(velocity, momentum), slope));
    const direction = nesterov ? add(slope, mul(velocity, momentum)) : velocity;
    parameter.assign(sub(decayed(parameter, rate * decay), mul(direction, rate)));
  });
}

/** A step of Adam on one parameter and its two moments. @param stepsDone - Steps before this one. */
export function adapt(
  parameter: Variable,
  gradient: Tensor,
  [first, second]: readonly [Variable, Variable],
  { rate, stepsDone }: { readonly rate: number; readonly stepsDone: number },
  { beta1, beta2, epsilon }: AdamOptimizer,
  { decay, l2 }: WeightDecay,
): void {
  const correction1 = 1 - beta1 ** (stepsDone + 1);
  const correction2 = 1 - beta2 ** (stepsDone + 1);
  const attributes = { rate, beta1, beta2, epsilon, correction1, correction2, decay, l2 };
  if (runInPlace('AdamUpdate', { parameter, first, second }, { gradient }, attributes)) return;
  tidy(() => {
    const slope = penalised(gradient, parameter, l2);
    first.assign(add(mul(first, beta1), mul(slope, 1 - beta1)));
    second.assign(add(mul(second, beta2), mul(square(slope), 1 - beta2)));
    const deviation = add(sqrt(div(second, correction2)), epsilon);
    const change = div(div(first, correction1), deviation);
    parameter.assign(sub(decayed(parameter, rate * decay), mul(change, rate)));
  });
}

/** A step of Adagrad on one parameter and its sum of squared gradients. */
export function adaptToSum(
  parameter: Variable,
  gradient: Tensor,
  sum: Variable,
  rate: number,
  { epsilon }: AdagradOptimizer,
  { decay, l2 }: WeightDecay,
): void {
  tidy(() => {
    const slope = penalised(gradient, parameter, l2);
    sum.assign(add(sum, square(slope)));
    const change = div(slope, add(sqrt(sum), epsilon));
    parameter.assign(sub(decayed(parameter, rate * decay), mul(change, rate)));
  });
}

/** Moves an average towards a parameter. */
export function follow(average: Variable, parameter: Variable, decay: number): void {
  if (runInPlace('AverageUpdate', { average }, { parameter }, { decay })) return;
  tidy(() => average.assign(add(mul(average, decay), mul(parameter, 1 - decay))));
}

function penalised(gradient: Tensor, parameter: Tensor, l2: number): Tensor {
  return l2 === 0 ? gradient : add(gradient, mul(parameter, l2));
}

function decayed(parameter: Tensor, share: number): Tensor {
  return share === 0 ? parameter : mul(parameter, 1 - share);
}

/** Runs a kernel of the backend's own that changes variables where they lie. @returns Whether there is one. */
function runInPlace(
  kernelName: string,
  changed: Readonly<Record<string, Variable>>,
  read: Readonly<Record<string, Tensor>>,
  attributes: object,
): boolean {
  const isThere = hasKernel(kernelName);
  if (isThere) {
    for (const each of Object.values(changed)) separate(each);
    runKernelForAll(kernelName, { ...changed, ...read }, attributes);
  }
  return isThere;
}

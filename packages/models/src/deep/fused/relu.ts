import { relu as plainRelu, type Tensor } from '@tensorflow/tfjs-core';
import { differentiable } from './differentiable.ts';
import { reluGradient } from './relu-gradient.ts';

/** The larger one of each value and 0; the gradient is taken from what it gives, so that `x` needs not be kept. */
export function relu(x: Tensor): Tensor {
  return differentiable(
    [x],
    () => {
      const value = plainRelu(x);
      return { value, saved: [value] };
    },
    (dy, [y]) => [reluGradient(dy, y!)],
  );
}

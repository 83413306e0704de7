import { expandDims, logSoftmax, mul, neg, softmax, sub, sum, type Tensor } from '@tensorflow/tfjs-core';
import { hasKernel, runKernelForAll } from './backend-kernels.ts';
import { differentiable } from './differentiable.ts';

/**
 * The cross-entropy of each row: `-Σ target · log(softmax(logits))`. Gradients go to the logits, none to the targets.
 *
 * @param logits - Shape `[batchSize, classCount]`.
 * @param targets - Shape `[batchSize, classCount]`: shares of the classes, hard or soft.
 * @returns Shape `[batchSize]`.
 */
export function softmaxCrossEntropy(logits: Tensor, targets: Tensor): Tensor {
  return differentiable(
    [logits],
    () => {
      const [losses, gradient] = forward(logits, targets);
      return { value: losses, saved: [gradient] };
    },
    (dy, [gradient]) => [mul(expandDims(dy, 1), gradient!)],
  );
}

function forward(logits: Tensor, targets: Tensor): readonly [losses: Tensor, gradient: Tensor] {
  if (hasKernel('SoftmaxCrossEntropy')) {
    const [losses, gradient] = runKernelForAll('SoftmaxCrossEntropy', { logits, targets });
    return [losses!, gradient!];
  }
  const losses = neg(sum(mul(targets, logSoftmax(logits)), 1));
  const gradient = sub(mul(softmax(logits), sum(targets, 1, true)), targets);
  return [losses, gradient];
}

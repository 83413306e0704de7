import {
  customGrad,
  engine,
  expandDims,
  type GradSaveFunc,
  getBackend,
  getKernel,
  logSumExp,
  mul,
  softmax,
  sub,
  sum,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
} from '@tensorflow/tfjs-core';

const KERNEL = 'SoftmaxCrossEntropy';

/**
 * Cross-entropy of the softmax of each row of logits, shape `[batchSize]`. It has a gradient by the logits and none by the
 * targets.
 *
 * @param targets - Shares of classes, each row with the sum 1.
 */
export function softmaxCrossEntropy(logits: Tensor2D, targets: Tensor2D): Tensor1D {
  const compute = customGrad<Tensor1D>((x, save) => {
    const { losses, gradient } = lossesAndGradient(x as Tensor2D, targets);
    (save as GradSaveFunc)([gradient]);
    return {
      value: losses,
      gradFunc: (upstream: Tensor1D, saved: Tensor[]) => mul(expandDims(upstream, 1), saved[0]!),
    };
  });
  return compute(logits);
}

interface LossesAndGradient {
  readonly losses: Tensor1D;
  /** Of each row's loss by its logits. */
  readonly gradient: Tensor2D;
}

function lossesAndGradient(logits: Tensor2D, targets: Tensor2D): LossesAndGradient {
  if (getKernel(KERNEL, getBackend()) !== undefined) {
    const [losses, gradient] = engine().runKernel<Tensor[]>(KERNEL, { logits, targets });
    return { losses: losses as Tensor1D, gradient: gradient as Tensor2D };
  }
  const losses = sub(logSumExp(logits, 1), sum(mul(logits, targets), 1));
  return { losses: losses as Tensor1D, gradient: sub(softmax(logits), targets) };
}

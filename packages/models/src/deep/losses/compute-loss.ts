import { add, mean, mul, relu, type Scalar, square, sub, sum, type Tensor2D } from '@tensorflow/tfjs-core';
import { softmaxCrossEntropy } from '../fused/softmax-cross-entropy.ts';
import type { CrossEntropyLoss } from './cross-entropy.ts';
import type { Loss } from './loss.ts';
import type { MarginLoss } from './margin.ts';
import { tripletLoss } from './triplet-loss.ts';

/**
 * The loss of a batch, a mean over its images.
 *
 * @param answers - Of the network, shape `[batchSize, classCount]` (for `triplet` any number of features); borrowed.
 * @param targets - Shares of classes, shape `[batchSize, classCount]`; borrowed.
 */
export function computeLoss(loss: Loss, answers: Tensor2D, targets: Tensor2D): Scalar {
  switch (loss.kind) {
    case 'cross-entropy':
      return mean(softmaxCrossEntropy(answers, smooth(loss, targets)));
    case 'hinge':
      return mul(mean(shortfall(answers, targets)), loss.penalty);
    case 'squared-hinge':
      return mul(mean(square(shortfall(answers, targets))), loss.penalty);
    case 'margin':
      return marginLoss(loss, answers, targets);
    case 'triplet':
      return tripletLoss(loss, answers, targets);
  }
}

function smooth({ labelSmoothing }: CrossEntropyLoss, targets: Tensor2D): Tensor2D {
  if (labelSmoothing === 0) return targets;
  return add(mul(targets, 1 - labelSmoothing), labelSmoothing / targets.shape[1]);
}

/** How much each answer falls short of a margin of 1 on its side. */
function shortfall(answers: Tensor2D, targets: Tensor2D): Tensor2D {
  const signs: Tensor2D = sub(mul(targets, 2), 1);
  return relu(sub(1, mul(signs, answers)));
}

function marginLoss(
  { presence, absence, absenceWeight }: MarginLoss,
  lengths: Tensor2D,
  targets: Tensor2D,
): Scalar {
  const present: Tensor2D = mul(targets, square(relu(sub(presence, lengths))));
  const absent: Tensor2D = mul(sub(1, targets), square(relu(sub(lengths, absence))));
  return mean(sum(add(present, mul(absent, absenceWeight)), 1));
}

import { argMax, cast, equal, type Scalar, scalar, sum, type Tensor2D } from '@tensorflow/tfjs-core';
import type { Loss } from './loss.ts';

/** Whether the answers of a network that learns by a loss are scores of classes, and not features. */
export function scoresClasses({ kind }: Loss): boolean {
  return kind !== 'triplet';
}

/** How many images have the likeliest class of their target; 0 where answers are no scores of classes. */
export function countCorrect(loss: Loss, answers: Tensor2D, targets: Tensor2D): Scalar {
  if (!scoresClasses(loss)) return scalar(0, 'int32');
  return sum(cast(equal(argMax(answers, 1), argMax(targets, 1)), 'int32'));
}

import {
  argMax,
  cast,
  equal,
  type Scalar,
  scalar,
  sum,
  type Tensor,
  type Tensor2D,
} from '@tensorflow/tfjs-core';
import { ModelsError } from '../../errors.ts';
import type { Loss } from './loss.ts';

/** Whether the answers of a network that learns by a loss are scores of classes, and not features. */
export function scoresClasses({ kind }: Loss): boolean {
  return kind !== 'triplet';
}

/**
 * Answers as a loss takes them: one row per image.
 *
 * @throws {ModelsError} `E_SHAPE` - the network and the targets do not have the same classes.
 */
export function answersFor(loss: Loss, answers: Tensor, targets: Tensor): Tensor2D {
  const fits =
    answers.rank === 2 &&
    targets.rank === 2 &&
    answers.shape[0] === targets.shape[0] &&
    (answers.shape[1] === targets.shape[1] || !scoresClasses(loss));
  if (fits) return answers as Tensor2D;
  throw new ModelsError(
    'E_SHAPE',
    `expected targets [${answers.shape.join(', ')}] as the network answers, got [${targets.shape.join(', ')}]`,
  );
}

/** How many images have the likeliest class of their target; 0 where answers are no scores of classes. */
export function countCorrect(loss: Loss, answers: Tensor2D, targets: Tensor2D): Scalar {
  if (!scoresClasses(loss)) return scalar(0, 'int32');
  return sum(cast(equal(argMax(answers, 1), argMax(targets, 1)), 'int32'));
}

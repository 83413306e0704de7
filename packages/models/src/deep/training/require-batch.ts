import { ModelsError } from '../../errors.ts';
import { scoresClasses } from '../losses/answers.ts';
import type { Loss } from '../losses/loss.ts';
import type { Network } from '../network/network.ts';
import type { TrainingBatch } from './batch-source.ts';

/**
 * Makes sure that a network can learn a batch by a loss; what fails while gradients are taken would leave tensors behind.
 *
 * @throws {ModelsError} `E_SHAPE` - images or targets do not fit the network or each other.
 */
export function requireBatch(network: Network, { inputs, targets }: TrainingBatch, loss: Loss): void {
  const { name, inputShape, outputShape } = network;
  const [imageCount = 0, ...image] = inputs.shape;
  if (image.join() !== inputShape.join())
    throw new ModelsError(
      'E_SHAPE',
      `expected images [${inputShape.join(', ')}] as ${name} takes, got [${image.join(', ')}]`,
    );
  const [targetCount, classCount, ...more] = targets.shape;
  const fits =
    outputShape.length === 1 &&
    targetCount === imageCount &&
    classCount !== undefined &&
    more.length === 0 &&
    (classCount === outputShape[0] || !scoresClasses(loss));
  if (!fits)
    throw new ModelsError(
      'E_SHAPE',
      `expected targets [${[imageCount, ...outputShape].join(', ')}] as ${name} answers, got [${targets.shape.join(', ')}]`,
    );
}

import { add, div, reverse, softmax, type Tensor, type Tensor2D, tidy } from '@tensorflow/tfjs-core';
import { ModelsError } from '../../errors.ts';
import type { Network } from '../network/network.ts';

export interface ScoreOptions {
  readonly flips: boolean;
  /** Whether answers go through a softmax. */
  readonly isNormalized: boolean;
}

/** Scores of classes for a batch, shape `[batchSize, classCount]`; to be freed by the caller. */
export function classScores(
  network: Network,
  images: Tensor,
  { flips, isNormalized }: ScoreOptions,
): Tensor2D {
  const scores = (x: Tensor) => {
    const answers = network.predict(x) as Tensor2D;
    return isNormalized ? softmax(answers) : answers;
  };
  return tidy(() => {
    if (!flips) return scores(images);
    return div(add(scores(images), scores(reverse(images, widthAxis(network)))), 2);
  });
}

/** @throws {ModelsError} `E_OPTION` - images of the network have no width. */
function widthAxis({ name, inputShape }: Network): number {
  if (inputShape.length === 3) return 2;
  throw new ModelsError(
    'E_OPTION',
    `flips: expected a network of images [height, width, channels], ${name} takes [${inputShape.join(', ')}]`,
  );
}

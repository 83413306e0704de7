import { createCheckpoint } from '@fashion-mnist/core';
import { type Tensor2D, tidy } from '@tensorflow/tfjs-core';
import { countCorrect, scoresClasses } from '../losses/answers.ts';
import { computeLoss } from '../losses/compute-loss.ts';
import type { Loss } from '../losses/loss.ts';
import type { Network } from '../network/network.ts';
import type { BatchSource } from '../training/batch-source.ts';
import { takeValues, withTensors } from '../training/batch-tensors.ts';
import { oneAhead } from '../training/one-ahead.ts';
import { requireBatch } from '../training/require-batch.ts';
import type { Score } from '../training/training-report.ts';

export interface ScoreRun {
  readonly signal?: AbortSignal | undefined;
  /** Told the score so far, and of how many images. */
  readonly onBatch?: ((score: Score, imageCount: number) => void) | undefined;
}

/**
 * Loss and accuracy of a network, as it stands, on all images of a source.
 *
 * @throws {ModelsError} `E_SHAPE` - images or targets do not fit the network or each other.
 */
export async function scoreBatches(
  network: Network,
  source: BatchSource,
  loss: Loss,
  { signal, onBatch }: ScoreRun = {},
): Promise<Score> {
  const pause = createCheckpoint(signal);
  const sums = { images: 0, loss: 0, correct: 0 };
  const score = (): Score => ({
    loss: sums.loss / sums.images,
    accuracy: scoresClasses(loss) ? sums.correct / sums.images : null,
  });
  for await (const batch of oneAhead(source.batches(0, { signal }))) {
    await pause();
    requireBatch(network, batch, loss);
    const [lossOfBatch, correct] = await withTensors(batch, ({ inputs, targets }) => {
      const measured = tidy(() => {
        const answers = network.predict(inputs) as Tensor2D;
        return [computeLoss(loss, answers, targets), countCorrect(loss, answers, targets)];
      });
      return takeValues(measured);
    });
    const images = batch.inputs.shape[0]!;
    sums.images += images;
    sums.loss += lossOfBatch![0]! * images;
    sums.correct += correct![0]!;
    onBatch?.(score(), sums.images);
  }
  return score();
}

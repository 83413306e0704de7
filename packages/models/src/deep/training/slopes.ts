import {
  dispose,
  keep,
  type NamedTensorMap,
  type Scalar,
  type Tensor2D,
  variableGrads,
} from '@tensorflow/tfjs-core';
import { countCorrect } from '../losses/answers.ts';
import { computeLoss } from '../losses/compute-loss.ts';
import type { Loss } from '../losses/loss.ts';
import type { Network } from '../network/network.ts';
import type { TrainingBatch } from './batch-source.ts';
import { takeValues, withTensors } from './batch-tensors.ts';
import { requireBatch } from './require-batch.ts';

/** What a batch says of a network. */
export interface Slopes {
  readonly loss: number;
  /** Images whose likeliest class is that of the target. */
  readonly correct: number;
  /** By the names of variables; to be freed by the caller. */
  readonly gradients: NamedTensorMap;
}

/**
 * Loss and gradients of a batch; the network has followed its statistics and not applied them.
 *
 * @throws {ModelsError} `E_SHAPE` - images or targets do not fit the network or each other.
 */
export async function slopesOf(
  network: Network,
  batch: TrainingBatch,
  loss: Loss,
  seed: number,
): Promise<Slopes> {
  requireBatch(network, batch, loss);
  const trained = network.parameters.filter(({ spec }) => spec.isTrainable);
  return withTensors(batch, async ({ inputs, targets }) => {
    const counted: Scalar[] = [];
    const compute = () => {
      const answers = network.train(inputs, { seed }) as Tensor2D;
      counted.push(keep(countCorrect(loss, answers, targets)));
      return computeLoss(loss, answers, targets);
    };
    let gradients: NamedTensorMap = {};
    try {
      const { value, grads } = variableGrads(
        compute,
        trained.map(({ variable }) => variable),
      );
      gradients = grads;
      const [lossOfBatch, correct] = await takeValues([value, ...counted]);
      return { loss: lossOfBatch![0]!, correct: correct![0]!, gradients };
    } catch (error) {
      dispose([gradients, ...counted]);
      throw error;
    }
  });
}

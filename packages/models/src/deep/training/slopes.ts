import {
  dispose,
  keep,
  type NamedTensorMap,
  type Scalar,
  type Tensor,
  type Tensor2D,
  tensor,
  tensor2d,
  variableGrads,
} from '@tensorflow/tfjs-core';
import { answersFor, countCorrect } from '../losses/answers.ts';
import { computeLoss } from '../losses/compute-loss.ts';
import type { Loss } from '../losses/loss.ts';
import type { Network } from '../network/network.ts';
import type { TrainingBatch } from './batch-source.ts';

/** What a batch says of a network. */
export interface Slopes {
  readonly loss: number;
  /** Images whose likeliest class is that of the target. */
  readonly correct: number;
  /** By the names of variables; to be freed by the caller. */
  readonly gradients: NamedTensorMap;
}

/** Loss and gradients of a batch; the network has followed its statistics and not applied them. */
export async function slopesOf(
  network: Network,
  batch: TrainingBatch,
  loss: Loss,
  seed: number,
): Promise<Slopes> {
  const { inputs, targets } = toTensors(batch);
  const trained = network.parameters.filter(({ spec }) => spec.isTrainable);
  const measured: Scalar[] = [];
  const compute = () => {
    const answers = answersFor(loss, network.train(inputs, { seed }), targets);
    measured.push(keep(countCorrect(loss, answers, targets)));
    return computeLoss(loss, answers, targets);
  };
  try {
    const { value, grads } = variableGrads(
      compute,
      trained.map(({ variable }) => variable),
    );
    measured.push(value);
    const [correct, lossOfBatch] = await Promise.all(measured.map((each) => each.data()));
    return { loss: lossOfBatch![0]!, correct: correct![0]!, gradients: grads };
  } finally {
    dispose([inputs, targets, ...measured]);
  }
}

/** A batch on the backend; to be freed by the caller. */
export function toTensors({ inputs, targets }: TrainingBatch): {
  readonly inputs: Tensor;
  readonly targets: Tensor2D;
} {
  return {
    inputs: tensor(inputs.data, [...inputs.shape], 'float32'),
    targets: tensor2d(targets.data, targets.shape as [number, number], 'float32'),
  };
}

import type { NdArray } from '@fashion-mnist/core';
import { type Loss, type Network, predictNetwork } from '@fashion-mnist/models/deep';
import type { Pipeline } from '@fashion-mnist/transforms';
import type { Prepared, TrainedModel } from '../models/trained-model.ts';

export interface AnswerOptions {
  /** What is done to images before the network sees them. */
  readonly answering: Pipeline;
  readonly loss: Loss;
  readonly flips: boolean;
}

/** A network as what answers for pictures. */
export function networkAnswers(
  network: Network,
  { answering, loss, flips }: AnswerOptions,
): Pick<TrainedModel, 'classes' | 'prepare' | 'predict' | 'predictProba'> {
  const probabilities: NonNullable<TrainedModel['predictProba']> = (prepared, run) =>
    predictNetwork(network, asFloats(prepared), { ...run, flips });
  return {
    classes: Int32Array.from({ length: network.outputShape.at(-1) ?? 0 }, (_, label) => label),
    prepare: (images, run) => answering.apply(images, run),
    predict: async (prepared, run) => likeliest(await probabilities(prepared, run)),
    ...(loss.kind === 'cross-entropy' && { predictProba: probabilities }),
  };
}

/** Pipelines for networks give floats; `requireFitting` sees to that. */
export function asFloats(prepared: Prepared): NdArray<Float32Array> {
  return prepared as NdArray<Float32Array>;
}

function likeliest({ data, shape }: NdArray<Float32Array | Float64Array>): Int32Array {
  const [count = 0, classCount = 0] = shape;
  return Int32Array.from({ length: count }, (_, row) => {
    const scores = data.subarray(row * classCount, (row + 1) * classCount);
    return scores.indexOf(Math.max(...scores));
  });
}

import { type OptionRules, whole } from '@fashion-mnist/core';
import { add, fill, matMul, reshape, softmax, type Tensor, transpose } from '@tensorflow/tfjs-core';
import type { Initializer } from '../initializers/initializer.ts';
import { initializerRule } from '../initializers/initializer-rule.ts';
import { createLayer } from './create-layer.ts';
import type { Layer } from './layer.ts';
import { required, resolveLayerOptions } from './layer-options.ts';
import { kernelSpec } from './parameter-specs.ts';
import { type Shape, shapeError } from './shape.ts';
import { squash } from './squash.ts';

/** Options of a layer of capsules. */
export interface CapsulesOptions {
  /** How many capsules it gives. */
  readonly count: number;
  /** Of the vector of a capsule. */
  readonly dimension: number;
  /** How often it is weighed anew which capsule goes where; 1 is without agreement. @default 3 */
  readonly routings?: number;
  /** Of the kernel. @default truncated normal with a deviation of 0.1, as in the paper's own code */
  readonly initializer?: Initializer;
}

const RULES: OptionRules<CapsulesOptions> = {
  count: required(whole(1, { min: 1 })),
  dimension: required(whole(1, { min: 1 })),
  routings: whole(3, { min: 1 }),
  initializer: initializerRule({ kind: 'truncated-normal', deviation: 0.1 }),
};

/**
 * Predicts capsules from each capsule below, and weighs predictions by how well they agree with each other.
 *
 * @returns A layer from `[capsules, dimension]` to `[count, dimension']`; parameter `kernel`
 * `[capsules, dimension, count * dimension']`. Gradients go through all rounds of routing.
 * @throws {ModelsError} `E_OPTION` - options outside their ranges.
 * @see Sabour, Frosst & Hinton 2017, "Dynamic routing between capsules", procedure 1.
 */
export function capsules(options: CapsulesOptions): Layer {
  const resolved = resolveLayerOptions('capsules', RULES, options);
  const { count, dimension, routings, initializer } = resolved;
  return createLayer({
    kind: 'capsules',
    options: resolved,
    outputShape(input) {
      capsulesOf(input);
      return [count, dimension];
    },
    parameters: (input) => [kernelSpec([...capsulesOf(input), count * dimension], initializer)],
    multiplyAdds(input) {
      const [below, vector] = capsulesOf(input);
      return below * count * dimension * (vector + 2 * routings - 1);
    },
    apply: (x, scope) => route(predict(x, scope.parameter('kernel'), [count, dimension]), routings),
  });
}

function capsulesOf(shape: Shape): readonly [count: number, dimension: number] {
  const [count, dimension, ...more] = shape;
  if (count === undefined || dimension === undefined || more.length > 0)
    throw shapeError('capsules', '[capsules, dimension]', shape);
  return [count, dimension];
}

/** What each capsule below predicts: `[batchSize, count, capsules, dimension]`. */
function predict(x: Tensor, kernel: Tensor, [count, dimension]: readonly [number, number]): Tensor {
  const [batchSize, below] = x.shape as [number, number];
  const predictions = matMul(transpose(x, [1, 0, 2]), kernel);
  return transpose(reshape(predictions, [below, batchSize, count, dimension]), [1, 2, 0, 3]);
}

function route(predictions: Tensor, routings: number): Tensor {
  const [batchSize, count, below, dimension] = predictions.shape as [number, number, number, number];
  const weigh = (coupling: Tensor): Tensor => squash(matMul(coupling, predictions, true, false));
  let logits: Tensor | undefined;
  let capsule = weigh(fill([batchSize, count, below, 1], 1 / count));
  for (let round = 1; round < routings; round++) {
    const agreement = matMul(predictions, capsule, false, true);
    logits = logits === undefined ? agreement : add(logits, agreement);
    capsule = weigh(softmaxOverCapsules(logits));
  }
  return reshape(capsule, [batchSize, count, dimension]);
}

/** softmax() is for the last axis only: `[batchSize, count, capsules, 1]` is turned for it and back. */
function softmaxOverCapsules(logits: Tensor): Tensor {
  return transpose(softmax(transpose(logits, [0, 2, 3, 1])), [0, 3, 1, 2]);
}

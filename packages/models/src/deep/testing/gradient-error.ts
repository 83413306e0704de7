import {
  add,
  mul,
  type Scalar,
  scalar,
  sum,
  type Tensor,
  tidy,
  type Variable,
  variableGrads,
} from '@tensorflow/tfjs-core';
import type { Layer } from '../layers/layer.ts';
import { sequence } from '../layers/sequence.ts';
import type { Shape } from '../layers/shape.ts';
import { createNetwork } from '../network/create-network.ts';
import { randomTensor } from './random-tensor.ts';
import { shift } from './shift.ts';

/** Rounding in float32 is 1e-7 of each answer: 1e-4 of this step. A larger one would step over more kinks of ReLU. */
const STEP = 1e-3;
const BATCH_SIZE = 3;

/**
 * How far gradients of a layer are from central differences: by what it is given and by each of its parameters, along a
 * random direction, relative to the gradient's length (or to 1, where it is shorter).
 *
 * @returns The largest of these errors.
 */
export function gradientError(layer: Layer, inputShape: Shape, seed = 1): number {
  const network = createNetwork(sequence(shift(), layer), { name: 'checked', inputShape, seed });
  const x = randomTensor([BATCH_SIZE, ...inputShape], seed + 1);
  const weights = randomTensor([BATCH_SIZE, ...network.outputShape], seed + 2);
  const answer = (): Tensor => network.train(x, { seed: 7 });
  const loss = (): number => tidy(() => dotProduct(answer(), weights));
  const variables = network.parameters.filter(({ spec }) => spec.isTrainable).map((each) => each.variable);
  variables.forEach((variable, index) => disturb(variable, seed + 100 + index));
  const { grads, value } = variableGrads(() => sum<Scalar>(mul(answer(), weights)), variables);
  value.dispose();
  const errors = variables.map((variable, index) =>
    tidy(() => {
      const direction = randomTensor(variable.shape, seed + 10 + index);
      const gradient = grads[variable.name]!;
      const slope =
        (moved(variable, direction, STEP, loss) - moved(variable, direction, -STEP, loss)) / (2 * STEP);
      const length = Math.sqrt(dotProduct(gradient, gradient));
      return Math.abs(slope - dotProduct(gradient, direction)) / Math.max(length, 1);
    }),
  );
  for (const tensor of [x, weights, ...Object.values(grads)]) tensor.dispose();
  network.dispose();
  return Math.max(...errors);
}

/** Biases begin with 0, where ReLU of nothing but zeros has its kink. */
function disturb(variable: Variable, seed: number): void {
  tidy(() => variable.assign(add(variable, mul(randomTensor(variable.shape, seed), 0.1))));
}

function moved(variable: Variable, direction: Tensor, step: number, loss: () => number): number {
  const before = variable.clone();
  variable.assign(add(before, mul(direction, scalar(step))));
  const value = loss();
  variable.assign(before);
  return value;
}

/** In float64, so that what is measured is not the rounding of a sum. */
function dotProduct(a: Tensor, b: Tensor): number {
  const [left, right] = [a.dataSync<'float32'>(), b.dataSync<'float32'>()];
  return left.reduce((total, value, i) => total + value * right[i]!, 0);
}

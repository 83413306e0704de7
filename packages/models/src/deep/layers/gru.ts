import { type OptionRules, oneOf, whole } from '@fashion-mnist/core';
import {
  add,
  mul,
  reshape,
  sigmoid,
  slice,
  split,
  sub,
  type Tensor,
  tanh,
  unstack,
  zeros,
} from '@tensorflow/tfjs-core';
import { denseProduct } from '../fused/dense-product.ts';
import { weightedSum } from '../fused/weighted-sum.ts';
import { GLOROT_UNIFORM, type Initializer } from '../initializers/initializer.ts';
import { initializerRule } from '../initializers/initializer-rule.ts';
import { createLayer } from './create-layer.ts';
import type { Layer } from './layer.ts';
import { required, resolveLayerOptions } from './layer-options.ts';
import { biasSpec, kernelSpec } from './parameter-specs.ts';
import type { Scope } from './scope.ts';
import { type Shape, shapeError } from './shape.ts';

/** Options of gated recurrent units. */
export interface GruOptions {
  /** How many features the state has. */
  readonly units: number;
  /**
   * Whether the reset gate acts on the state after its product with the kernel, as in cuDNN and PyTorch, or before it, as
   * in the paper and in TensorFlow's `GRUCell`. @default 'after'
   */
  readonly reset?: 'after' | 'before';
  /** Of the kernel for what comes in. @default Glorot uniform */
  readonly initializer?: Initializer;
  /** Of the kernel for the state; biases begin with 0. @default orthogonal */
  readonly recurrentInitializer?: Initializer;
}

const RULES: OptionRules<GruOptions> = {
  units: required(whole(1, { min: 1 })),
  reset: oneOf('after', ['after', 'before']),
  initializer: initializerRule(GLOROT_UNIFORM),
  recurrentInitializer: initializerRule({ kind: 'orthogonal', gain: 1 }),
};

/**
 * Goes through steps (or the rows of an image of one channel) with gated recurrent units, and gives the last state.
 *
 * Columns of kernels and biases are those of the update gate, of the reset gate and of the candidate, in this order.
 *
 * @returns A layer from `[steps, features]` or `[steps, features, 1]` to `[units]`; parameters `kernel`
 * `[features, 3 * units]`, `recurrentKernel` `[units, 3 * units]`, `bias` and, with `reset: 'after'`, `recurrentBias`
 * `[3 * units]`.
 * @throws {ModelsError} `E_OPTION` - options outside their ranges.
 * @see Cho et al. 2014, "Learning phrase representations using RNN encoder–decoder for statistical machine translation".
 */
export function gru(options: GruOptions): Layer {
  const resolved = resolveLayerOptions('gru', RULES, options);
  const { units, reset, initializer, recurrentInitializer } = resolved;
  const advance = reset === 'after' ? resetAfter : resetBefore;
  return createLayer({
    kind: 'gru',
    options: resolved,
    outputShape(input) {
      stepsOf(input);
      return [units];
    },
    parameters: (input) => [
      kernelSpec([stepsOf(input)[1], 3 * units], initializer),
      kernelSpec([units, 3 * units], recurrentInitializer, 'recurrentKernel'),
      biasSpec(3 * units),
      ...(reset === 'after' ? [biasSpec(3 * units, 'recurrentBias')] : []),
    ],
    multiplyAdds(input) {
      const [steps, features] = stepsOf(input);
      return steps * (features + units) * 3 * units;
    },
    apply(x, scope) {
      const first: Tensor = zeros([x.shape[0], units]);
      return projectedSteps(x, scope).reduce((state, step) => advance(state, step, scope), first);
    },
  });
}

function stepsOf(shape: Shape): readonly [steps: number, features: number] {
  const [steps, features, channels = 1, ...more] = shape;
  if (steps === undefined || features === undefined || channels !== 1 || more.length > 0)
    throw shapeError('gru', '[steps, features] or [steps, features, 1]', shape);
  return [steps, features];
}

/** What comes in at each step times the kernel, plus the bias: one product for all steps. */
function projectedSteps(x: Tensor, scope: Scope): readonly Tensor[] {
  const [batchSize, steps, features] = x.shape as [number, number, number];
  const rows = reshape(x, [batchSize * steps, features]);
  const weights = { kernel: scope.parameter('kernel'), bias: scope.parameter('bias') };
  const options = { activation: 'linear', isInput: x === scope.input } as const;
  const sums = weightedSum(denseProduct, rows, weights, options);
  return unstack(reshape(sums, [batchSize, steps, -1]), 1);
}

function resetAfter(state: Tensor, step: Tensor, scope: Scope): Tensor {
  const weights = { kernel: scope.parameter('recurrentKernel'), bias: scope.parameter('recurrentBias') };
  const [stepUpdate, stepReset, stepCandidate] = split(step, 3, 1) as Triple;
  const [stateUpdate, stateReset, stateCandidate] = split(times(state, weights), 3, 1) as Triple;
  const update = sigmoid(add(stepUpdate, stateUpdate));
  const reset = sigmoid(add(stepReset, stateReset));
  return blend(update, state, tanh(add(stepCandidate, mul(reset, stateCandidate))));
}

function resetBefore(state: Tensor, step: Tensor, scope: Scope): Tensor {
  const kernel = scope.parameter('recurrentKernel');
  const units = state.shape[1]!;
  const [stepUpdate, stepReset, stepCandidate] = split(step, 3, 1) as Triple;
  const ofGates = times(state, { kernel: slice(kernel, [0, 0], [units, 2 * units]), bias: undefined });
  const [stateUpdate, stateReset] = split(ofGates, 2, 1) as [Tensor, Tensor];
  const update = sigmoid(add(stepUpdate, stateUpdate));
  const reset = sigmoid(add(stepReset, stateReset));
  const ofCandidate = { kernel: slice(kernel, [0, 2 * units], [units, units]), bias: undefined };
  return blend(update, state, tanh(add(stepCandidate, times(mul(reset, state), ofCandidate))));
}

type Triple = [Tensor, Tensor, Tensor];

function times(
  state: Tensor,
  weights: { readonly kernel: Tensor; readonly bias: Tensor | undefined },
): Tensor {
  return weightedSum(denseProduct, state, weights, { activation: 'linear', isInput: false });
}

/** `update * state + (1 - update) * candidate`. */
function blend(update: Tensor, state: Tensor, candidate: Tensor): Tensor {
  return add(candidate, mul(update, sub(state, candidate)));
}

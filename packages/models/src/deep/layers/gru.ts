import { type OptionRules, oneOf, type ResolvedOptions, whole } from '@fashion-mnist/core';
import {
  add,
  mul,
  reshape,
  sigmoid,
  sub,
  type Tensor,
  tanh,
  transpose,
  unstack,
  zeros,
} from '@tensorflow/tfjs-core';
import { denseProduct } from '../fused/dense-product.ts';
import { cutLastAxis } from '../fused/last-axis.ts';
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
  const { units, reset: resetAt, initializer, recurrentInitializer } = resolved;
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
      ...(resetAt === 'after' ? [biasSpec(3 * units, 'recurrentBias')] : []),
    ],
    multiplyAdds(input) {
      const [steps, features] = stepsOf(input);
      return steps * (features + units) * 3 * units;
    },
    apply(x, scope) {
      const [update, reset, candidate] = gatesOf(x, scope, resolved);
      const first: Tensor = zeros([x.shape[0], units]);
      return update!.steps.reduce((state, _, step) => {
        const kept = sigmoid(recurrent(update!, step, state));
        const used = sigmoid(recurrent(reset!, step, state));
        const next =
          resetAt === 'after'
            ? add(candidate!.steps[step]!, mul(used, product(candidate!, state)))
            : recurrent(candidate!, step, mul(used, state));
        return blend(kept, state, tanh(next));
      }, first);
    },
  });
}

function stepsOf(shape: Shape): readonly [steps: number, features: number] {
  const [steps, features, channels = 1, ...more] = shape;
  if (steps === undefined || features === undefined || channels !== 1 || more.length > 0)
    throw shapeError('gru', '[steps, features] or [steps, features, 1]', shape);
  return [steps, features];
}

/** A gate, or the candidate: what it makes of each step, and its part of the kernel for the state. */
interface Gate {
  /** What comes in times the kernel, plus the bias: `[batchSize, units]` for each step. */
  readonly steps: readonly Tensor[];
  readonly kernel: Tensor;
  readonly bias: Tensor | undefined;
}

/** The three gates: kernels are cut once for all steps, and what comes in is multiplied for all of them at once. */
function gatesOf(x: Tensor, scope: Scope, { units, reset }: ResolvedOptions<GruOptions>): readonly Gate[] {
  const [batchSize, steps, features] = x.shape as [number, number, number];
  const rows = reshape(transpose(reshape(x, [batchSize, steps, features]), [1, 0, 2]), [-1, features]);
  const [kernel, recurrentKernel, bias] = ['kernel', 'recurrentKernel', 'bias'].map(scope.parameter);
  const recurrentBias = reset === 'after' ? scope.parameter('recurrentBias') : undefined;
  const options = { activation: 'linear', isInput: x === scope.input } as const;
  return [0, 1, 2].map((index) => {
    const columns = (all: Tensor): Tensor => cutLastAxis(all, index * units, units);
    const weights = { kernel: columns(kernel!), bias: columns(bias!) };
    const sums = weightedSum(denseProduct, rows, weights, options);
    return {
      steps: unstack(reshape(sums, [steps, batchSize, units]), 0),
      kernel: columns(recurrentKernel!),
      bias: recurrentBias && columns(recurrentBias),
    };
  });
}

function recurrent(gate: Gate, step: number, state: Tensor): Tensor {
  return add(gate.steps[step]!, product(gate, state));
}

function product(gate: Gate, state: Tensor): Tensor {
  return weightedSum(denseProduct, state, gate, { activation: 'linear', isInput: false });
}

/** `update * state + (1 - update) * candidate`. */
function blend(update: Tensor, state: Tensor, candidate: Tensor): Tensor {
  return add(candidate, mul(update, sub(state, candidate)));
}

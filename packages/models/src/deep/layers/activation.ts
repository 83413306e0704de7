import { type OptionRules, oneOf } from '@fashion-mnist/core';
import * as tf from '@tensorflow/tfjs-core';
import { relu } from '../fused/relu.ts';
import { createLayer } from './create-layer.ts';
import type { Layer } from './layer.ts';
import { required, resolveLayerOptions } from './layer-options.ts';

/** Functions of single values, and `softmax` over the last axis. */
export type ActivationFunction =
  | 'relu'
  | 'relu6'
  | 'elu'
  | 'selu'
  | 'gelu'
  | 'swish'
  | 'sigmoid'
  | 'tanh'
  | 'softmax';

/** Options of an activation. */
export interface ActivationOptions {
  /** What is done to each value. */
  readonly function: ActivationFunction;
}

const FUNCTIONS: Readonly<Record<ActivationFunction, (x: tf.Tensor) => tf.Tensor>> = {
  relu,
  relu6: (x) => tf.relu6(x),
  elu: (x) => tf.elu(x),
  selu: (x) => tf.selu(x),
  gelu: (x) => tf.mul(x, tf.mul(0.5, tf.add(1, tf.erf(tf.mul(x, Math.SQRT1_2))))),
  swish: (x) => tf.mul(x, tf.sigmoid(x)),
  sigmoid: (x) => tf.sigmoid(x),
  tanh: (x) => tf.tanh(x),
  softmax: (x) => tf.softmax(x),
};

const RULES: OptionRules<ActivationOptions> = {
  function: required(oneOf<ActivationFunction>('relu', Object.keys(FUNCTIONS) as ActivationFunction[])),
};

/**
 * Bends values: `gelu` is the exact one by the error function, `swish` is `x · sigmoid(x)`.
 *
 * @returns A layer that keeps the shape and has no parameters.
 * @throws {ModelsError} `E_OPTION` - no such function.
 */
export function activation(options: ActivationOptions): Layer {
  const resolved = resolveLayerOptions('activation', RULES, options);
  return createLayer({
    kind: 'activation',
    options: resolved,
    outputShape: (input) => input,
    apply: (x) => FUNCTIONS[resolved.function](x),
  });
}

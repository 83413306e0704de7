import { type OptionRules, real } from '@fashion-mnist/core';
import { seededDropout } from '../fused/seeded-dropout.ts';
import { createLayer } from './create-layer.ts';
import type { Layer } from './layer.ts';
import { required, resolveLayerOptions } from './layer-options.ts';

/** Options of dropout. */
export interface DropoutOptions {
  /** The share of values that are set to 0, `0 <= rate < 1`. */
  readonly rate: number;
}

const RULES: OptionRules<DropoutOptions> = { rate: required(real(0, { min: 0, below: 1 })) };

/**
 * Sets values to 0 at random when training, and divides the others by the share that is kept; else gives what it is given.
 * What is dropped depends on the step's seed and on the layer's place alone: it is the same on every backend.
 *
 * @returns A layer that keeps the shape and has no parameters.
 * @throws {ModelsError} `E_OPTION` - options outside their ranges.
 * @see Srivastava et al. 2014, "Dropout".
 */
export function dropout(options: DropoutOptions): Layer {
  const resolved = resolveLayerOptions('dropout', RULES, options);
  const { rate } = resolved;
  return createLayer({
    kind: 'dropout',
    options: resolved,
    outputShape: (input) => input,
    apply: (x, scope) => (scope.isTraining && rate > 0 ? seededDropout(x, { rate, seed: scope.seed }) : x),
  });
}

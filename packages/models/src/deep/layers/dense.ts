import { flag, type OptionRules, whole } from '@fashion-mnist/core';
import { denseProduct } from '../fused/dense-product.ts';
import { type FusedActivation, fusedActivationRule } from '../fused/fused-activation.ts';
import { weightedSum } from '../fused/weighted-sum.ts';
import { HE_NORMAL, type Initializer } from '../initializers/initializer.ts';
import { initializerRule } from '../initializers/initializer-rule.ts';
import { createLayer } from './create-layer.ts';
import type { Layer } from './layer.ts';
import { required, resolveLayerOptions } from './layer-options.ts';
import { biasSpec, kernelSpec } from './parameter-specs.ts';
import { featureCountOf } from './shape.ts';

/** Options of a dense layer. */
export interface DenseOptions {
  /** How many features it gives. */
  readonly units: number;
  /** Whether a number is added to each feature. @default true */
  readonly bias?: boolean;
  /** What is done to each feature at last. @default 'linear' */
  readonly activation?: FusedActivation;
  /** Of the kernel; the bias begins with 0. @default He normal */
  readonly initializer?: Initializer;
}

const RULES: OptionRules<DenseOptions> = {
  units: required(whole(1, { min: 1 })),
  bias: flag(true),
  activation: fusedActivationRule,
  initializer: initializerRule(HE_NORMAL),
};

/**
 * Gives sums of all features, each with its weights: `x · kernel + bias`.
 *
 * @returns A layer from `[features]` to `[units]`; parameters `kernel` `[features, units]` and `bias` `[units]`.
 * @throws {ModelsError} `E_OPTION` - options outside their ranges.
 */
export function dense(options: DenseOptions): Layer {
  const resolved = resolveLayerOptions('dense', RULES, options);
  const { units, bias, activation, initializer } = resolved;
  return createLayer({
    kind: 'dense',
    options: resolved,
    outputShape(input) {
      featureCountOf('dense', input);
      return [units];
    },
    parameters: (input) => [
      kernelSpec([featureCountOf('dense', input), units], initializer),
      ...(bias ? [biasSpec(units)] : []),
    ],
    multiplyAdds: (input) => featureCountOf('dense', input) * units,
    apply: (x, scope) =>
      weightedSum(
        denseProduct,
        x,
        { kernel: scope.parameter('kernel'), bias: bias ? scope.parameter('bias') : undefined },
        { activation, isInput: x === scope.input },
      ),
  });
}

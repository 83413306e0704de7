import { type OptionRules, real } from '@fashion-mnist/core';
import { resolveOptions } from '../../options/resolve-options.ts';

/** What `adagrad` begins with, and what keeps weights small. */
export interface AdagradOptions {
  /** What sums of squared gradients begin with, 0 or more. @default 0 */
  readonly initialSum?: number | undefined;
  /** Added to the root of the sum, above 0. @default 1e-10 */
  readonly epsilon?: number | undefined;
  /** Decoupled weight decay: the share, times the learning rate, that kernels lose in each step. @default 0 */
  readonly decay?: number | undefined;
  /** Times the kernels, added to their gradients: the `weight_decay` of PyTorch's Adagrad. @default 0 */
  readonly l2?: number | undefined;
}

/** What `adagrad` gives; JSON can say it. */
export interface AdagradOptimizer {
  readonly kind: 'adagrad';
  readonly initialSum: number;
  readonly epsilon: number;
  readonly decay: number;
  readonly l2: number;
}

const RULES: OptionRules<AdagradOptions> = {
  initialSum: real(0, { min: 0 }),
  epsilon: real(1e-10, { above: 0 }),
  decay: real(0, { min: 0 }),
  l2: real(0, { min: 0 }),
};

/**
 * Adagrad: steps divided by the root of the sum of all squared gradients so far.
 *
 * @throws {ModelsError} `E_OPTION` - a value outside its range.
 * @see https://pytorch.org/docs/1.13/generated/torch.optim.Adagrad.html - the same steps; its `lr_decay` is a schedule's
 */
export function adagrad(options: AdagradOptions = {}): AdagradOptimizer {
  return Object.freeze({ kind: 'adagrad', ...resolveOptions('adagrad', RULES, options) });
}

import { flag, type OptionRules, real } from '@fashion-mnist/core';
import { ModelsError } from '../../errors.ts';
import { resolveOptions } from '../../options/resolve-options.ts';

/** How `sgd` gathers speed, and what keeps weights small. */
export interface SgdOptions {
  /** The share of the velocity that is kept, `0 <= x < 1`. @default 0 */
  readonly momentum?: number | undefined;
  /** Whether steps look ahead by the momentum. @default false */
  readonly nesterov?: boolean | undefined;
  /** Decoupled weight decay: the share, times the learning rate, that kernels lose in each step. @default 0 */
  readonly decay?: number | undefined;
  /** Times the kernels, added to their gradients: the `weight_decay` of PyTorch's SGD. @default 0 */
  readonly l2?: number | undefined;
}

/** What `sgd` gives; JSON can say it. */
export interface SgdOptimizer {
  readonly kind: 'sgd';
  readonly momentum: number;
  readonly nesterov: boolean;
  readonly decay: number;
  readonly l2: number;
}

const RULES: OptionRules<SgdOptions> = {
  momentum: real(0, { min: 0, below: 1 }),
  nesterov: flag(false),
  decay: real(0, { min: 0 }),
  l2: real(0, { min: 0 }),
};

/**
 * Stochastic gradient descent.
 *
 * @throws {ModelsError} `E_OPTION` - a value outside its range, or Nesterov's steps without momentum.
 * @see https://pytorch.org/docs/1.13/generated/torch.optim.SGD.html - the same steps
 */
export function sgd(options: SgdOptions = {}): SgdOptimizer {
  const resolved = resolveOptions('sgd', RULES, options);
  if (resolved.nesterov && resolved.momentum === 0)
    throw new ModelsError('E_OPTION', 'sgd.nesterov: expected a momentum > 0 with it, got 0');
  return Object.freeze({ kind: 'sgd', ...resolved });
}

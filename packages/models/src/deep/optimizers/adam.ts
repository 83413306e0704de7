import { type OptionRules, real } from '@fashion-mnist/core';
import { resolveOptions } from '../../options/resolve-options.ts';

/** How `adam` remembers gradients, and what keeps weights small. */
export interface AdamOptions {
  /** The share of the mean of gradients that is kept, `0 <= x < 1`. @default 0.9 */
  readonly beta1?: number | undefined;
  /** The share of the mean of squared gradients that is kept, `0 <= x < 1`. @default 0.999 */
  readonly beta2?: number | undefined;
  /** Added to the root of the mean square, above 0. @default 1e-8 */
  readonly epsilon?: number | undefined;
  /** Decoupled weight decay: the share, times the learning rate, that kernels lose in each step. @default 0 */
  readonly decay?: number | undefined;
  /** Times the kernels, added to their gradients: the `weight_decay` of PyTorch's Adam. @default 0 */
  readonly l2?: number | undefined;
}

/** What `adam` and `adamW` give; JSON can say it. */
export interface AdamOptimizer {
  readonly kind: 'adam';
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
  readonly decay: number;
  readonly l2: number;
}

const RULES: OptionRules<AdamOptions> = {
  beta1: real(0.9, { min: 0, below: 1 }),
  beta2: real(0.999, { min: 0, below: 1 }),
  epsilon: real(1e-8, { above: 0 }),
  decay: real(0, { min: 0 }),
  l2: real(0, { min: 0 }),
};

/**
 * Adam, with bias correction.
 *
 * @throws {ModelsError} `E_OPTION` - a value outside its range.
 * @see https://pytorch.org/docs/1.13/generated/torch.optim.Adam.html - the same steps
 */
export function adam(options: AdamOptions = {}): AdamOptimizer {
  return Object.freeze({ kind: 'adam', ...resolveOptions('adam', RULES, options) });
}

/**
 * Adam with decoupled weight decay: `adam` with a decay of 0.01 unless another is said.
 *
 * @throws {ModelsError} `E_OPTION` - a value outside its range.
 * @see https://pytorch.org/docs/1.13/generated/torch.optim.AdamW.html - the same steps
 */
export function adamW(options: AdamOptions = {}): AdamOptimizer {
  const rules = { ...RULES, decay: real(0.01, { min: 0 }) };
  return Object.freeze({ kind: 'adam', ...resolveOptions('adamW', rules, options) });
}

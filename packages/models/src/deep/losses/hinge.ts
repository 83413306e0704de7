import { type OptionRules, real } from '@fashion-mnist/core';
import { resolveOptions } from '../../options/resolve-options.ts';

/** How much `hinge` and `squaredHinge` count. */
export interface HingeOptions {
  /** What the mean is multiplied by: the `C` of a support vector machine; above 0. @default 1 */
  readonly penalty?: number | undefined;
}

/** What `hinge` gives; JSON can say it. */
export interface HingeLoss {
  readonly kind: 'hinge';
  readonly penalty: number;
}

/** What `squaredHinge` gives; JSON can say it. */
export interface SquaredHingeLoss {
  readonly kind: 'squared-hinge';
  readonly penalty: number;
}

const RULES: OptionRules<HingeOptions> = { penalty: real(1, { above: 0 }) };

/**
 * `penalty * mean(max(0, 1 - sign * answer))` over batch and classes, one class against the rest: `sign` is 1 for the
 * target's class and -1 for others (`2 * share - 1` for soft targets). The loss of an L1-SVM.
 *
 * @throws {ModelsError} `E_OPTION` - a value outside its range.
 */
export function hinge(options: HingeOptions = {}): HingeLoss {
  return Object.freeze({ kind: 'hinge', ...resolveOptions('hinge', RULES, options) });
}

/**
 * `penalty * mean(max(0, 1 - sign * answer)^2)`, as `hinge` otherwise. The loss of an L2-SVM.
 *
 * @throws {ModelsError} `E_OPTION` - a value outside its range.
 * @see Agarap 2017, "A neural network architecture combining gated recurrent unit (GRU) and support vector machine"
 */
export function squaredHinge(options: HingeOptions = {}): SquaredHingeLoss {
  return Object.freeze({ kind: 'squared-hinge', ...resolveOptions('squaredHinge', RULES, options) });
}

import { type OptionRules, real } from '@fashion-mnist/core';
import { resolveOptions } from '../../options/resolve-options.ts';

/** How `crossEntropy` softens its targets. */
export interface CrossEntropyOptions {
  /** The share of each target that is spread evenly over all classes, `0 <= x < 1`. @default 0 */
  readonly labelSmoothing?: number | undefined;
}

/** What `crossEntropy` gives; JSON can say it. */
export interface CrossEntropyLoss {
  readonly kind: 'cross-entropy';
  readonly labelSmoothing: number;
}

const RULES: OptionRules<CrossEntropyOptions> = { labelSmoothing: real(0, { min: 0, below: 1 }) };

/**
 * Cross-entropy of the softmax of the answers: the network's last layer gives logits. Targets are shares of classes, hard
 * or soft.
 *
 * @throws {ModelsError} `E_OPTION` - a value outside its range.
 * @see https://pytorch.org/docs/1.13/generated/torch.nn.CrossEntropyLoss.html - the same mean over the batch
 */
export function crossEntropy(options: CrossEntropyOptions = {}): CrossEntropyLoss {
  return Object.freeze({ kind: 'cross-entropy', ...resolveOptions('crossEntropy', RULES, options) });
}

import { type OptionRules, real } from '@fashion-mnist/core';
import { resolveOptions } from '../../options/resolve-options.ts';

/** The rate of the schedule `constant`. */
export interface ConstantOptions {
  /** The learning rate of every step, above 0. @default 0.001 */
  readonly rate?: number | undefined;
}

/** What `constant` gives; JSON can say it. */
export interface ConstantSchedule {
  readonly kind: 'constant';
  readonly rate: number;
}

const RULES: OptionRules<ConstantOptions> = { rate: real(1e-3, { above: 0 }) };

/** The same learning rate in all steps. @throws {ModelsError} `E_OPTION` - a value outside its range. */
export function constant(options: ConstantOptions = {}): ConstantSchedule {
  return Object.freeze({ kind: 'constant', ...resolveOptions('constant', RULES, options) });
}

export function constantRate({ rate }: ConstantSchedule): number {
  return rate;
}

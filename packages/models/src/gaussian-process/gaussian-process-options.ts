import {
  type OptionRule,
  type OptionRules,
  oneOf,
  orNull,
  type ResolvedOptions,
  whole,
} from '@fashion-mnist/core';

/** Covariances `constant * e^(-distance^2 / (2 lengthScale^2))`. */
export interface GaussianProcessKernel {
  /** Variance far from all samples, `1e-5..1e5`. */
  readonly constant: number;
  /** Over what distance values are alike, `1e-5..1e5`. */
  readonly lengthScale: number;
  /** Whether fitting searches for better values, from these on. @default false */
  readonly optimise?: boolean | undefined;
}

/** Options of `GaussianProcessClassifier`, by scikit-learn's names and defaults. */
export interface GaussianProcessClassifierOptions {
  /** The covariances, `constant * RBF(lengthScale)`; null for 1 and 1 as they are. @default null */
  readonly kernel?: GaussianProcessKernel | null | undefined;
  /** How many more searches for better covariances begin at random; at least 0. Only with `optimise`. @default 0 */
  readonly nRestartsOptimizer?: number | undefined;
  /** The most of Newton's steps to the mode of the posterior, at least 1. @default 100 */
  readonly maxIterPredict?: number | undefined;
  /** Of more than two classes: each against the rest, or each pair by itself. @default 'oneVsRest' */
  readonly multiClass?: 'oneVsRest' | 'oneVsOne' | undefined;
}

export type Options = ResolvedOptions<GaussianProcessClassifierOptions>;

export const NAME = 'GaussianProcessClassifier';

/** Bounds of the constant and of the length scale, as scikit-learn has them. */
export const LEAST_PARAMETER = 1e-5;
export const LARGEST_PARAMETER = 1e5;

export const FIXED_KERNEL: GaussianProcessKernel = { constant: 1, lengthScale: 1, optimise: false };

const kernel: OptionRule<GaussianProcessKernel> = {
  default: FIXED_KERNEL,
  expected: `{ constant, lengthScale, optimise? } with numbers in ${LEAST_PARAMETER}..${LARGEST_PARAMETER}, as text "1,1" or "1,1,optimise",`,
  accepts: isKernel,
  parse(text) {
    const [constant, lengthScale, word, ...rest] = text.split(',').map((part) => part.trim());
    const value = {
      constant: Number(constant),
      lengthScale: Number(lengthScale),
      optimise: word === 'optimise',
    };
    return rest.length === 0 && (word === undefined || value.optimise) && isKernel(value) ? value : undefined;
  },
};

export const RULES: OptionRules<GaussianProcessClassifierOptions> = {
  kernel: orNull(kernel),
  nRestartsOptimizer: whole(0, { min: 0 }),
  maxIterPredict: whole(100, { min: 1 }),
  multiClass: oneOf('oneVsRest', ['oneVsRest', 'oneVsOne']),
};

function isKernel(value: unknown): value is GaussianProcessKernel {
  if (typeof value !== 'object' || value === null) return false;
  const { constant, lengthScale, optimise, ...rest } = value as Record<string, unknown>;
  return (
    isParameter(constant) &&
    isParameter(lengthScale) &&
    (optimise === undefined || typeof optimise === 'boolean') &&
    Object.keys(rest).length === 0
  );
}

export function isParameter(value: unknown): value is number {
  return typeof value === 'number' && value >= LEAST_PARAMETER && value <= LARGEST_PARAMETER;
}

import {
  either,
  flag,
  type OptionRules,
  oneOf,
  type ResolvedOptions,
  real,
  whole,
} from '@fashion-mnist/core';
import { ModelsError } from '../errors.ts';
import { type ClassWeight, classWeightRule } from '../options/class-weight.ts';

/** Options of `SVC`, by scikit-learn's names and defaults. */
export interface SvcOptions {
  /** How dear a violated margin is, above 0: the inverse of the strength of regularisation. @default 1 */
  readonly C?: number | undefined;
  /**
   * `linear`: `x · z`; `poly`: `(gamma x · z + coef0) ** degree`; `rbf`: `exp(-gamma |x - z|²)`; `sigmoid`:
   * `tanh(gamma x · z + coef0)`. @default 'rbf'
   */
  readonly kernel?: 'linear' | 'poly' | 'rbf' | 'sigmoid' | undefined;
  /** Of the polynomial, at least 0. @default 3 */
  readonly degree?: number | undefined;
  /**
   * `scale`: 1 / (features * variance of all values); `auto`: 1 / features; or a number, at least 0. @default 'scale'
   */
  readonly gamma?: 'scale' | 'auto' | number | undefined;
  /** The constant of `poly` and `sigmoid`. @default 0 */
  readonly coef0?: number | undefined;
  /** Whether to learn probabilities too, by cross-validation in five folds, at six times the work. @default false */
  readonly probability?: boolean | undefined;
  /** How much the conditions of the optimum may be violated, above 0. @default 1e-3 */
  readonly tol?: number | undefined;
  /** Factors of `C` by class. @default null */
  readonly classWeight?: ClassWeight | null | undefined;
  /** Most steps of two variables for each pair of classes; -1 for as many as it takes. @default -1 */
  readonly maxIter?: number | undefined;
  /**
   * What `decisionFunction` answers for more than two classes: one number per class, or one per pair.
   * @default 'ovr'
   */
  readonly decisionFunctionShape?: 'ovr' | 'ovo' | undefined;
  /** Whether `predict` settles ties between classes by the decision function, which must be `ovr`. @default false */
  readonly breakTies?: boolean | undefined;
}

export type ResolvedSvcOptions = ResolvedOptions<SvcOptions>;

export const SVC = 'SVC';

export const SVC_RULES: OptionRules<SvcOptions> = {
  C: real(1, { above: 0 }),
  kernel: oneOf('rbf', ['linear', 'poly', 'rbf', 'sigmoid']),
  degree: whole(3, { min: 0 }),
  gamma: either(oneOf('scale', ['scale', 'auto']), real(0, { min: 0 })),
  coef0: real(0),
  probability: flag(false),
  tol: real(1e-3, { above: 0 }),
  classWeight: classWeightRule(),
  maxIter: whole(-1, { min: -1 }),
  decisionFunctionShape: oneOf('ovr', ['ovr', 'ovo']),
  breakTies: flag(false),
};

/** @throws {ModelsError} `E_OPTION` - ties are to be broken by a decision function of pairs. */
export function requireConsistent({ breakTies, decisionFunctionShape }: ResolvedSvcOptions): void {
  if (breakTies && decisionFunctionShape === 'ovo')
    throw new ModelsError(
      'E_OPTION',
      `${SVC}: expected decisionFunctionShape 'ovr' with breakTies, got breakTies true and decisionFunctionShape 'ovo'`,
    );
}

import {
  flag,
  type OptionRules,
  oneOf,
  orNull,
  type ResolvedOptions,
  real,
  whole,
} from '@fashion-mnist/core';
import { ModelsError } from '../../errors.ts';
import { type ClassWeight, classWeightRule } from '../../options/class-weight.ts';

/** Options of `LogisticRegression`, by scikit-learn's names and defaults. */
export interface LogisticRegressionOptions {
  /**
   * What coefficients cost: their magnitudes, their squares, both, or nothing. Magnitudes make many of them 0.
   * `'l1'` needs the solver liblinear or saga, `'elasticnet'` needs saga, `null` needs another one than liblinear.
   *
   * @default 'l2'
   */
  readonly penalty?: 'l1' | 'l2' | 'elasticnet' | null | undefined;
  /** Accepted with liblinear and `'l2'`, where the dual problem has the same solution. @default false */
  readonly dual?: boolean | undefined;
  /** When the search ends: see `solver`. At least 0. @default 1e-4 */
  readonly tol?: number | undefined;
  /** How much losses count against the penalty, above 0. @default 1 */
  readonly C?: number | undefined;
  /** Whether there is an intercept. @default true */
  readonly fitIntercept?: boolean | undefined;
  /** With liblinear, the greater, the less the intercept is penalised; above 0. @default 1 */
  readonly interceptScaling?: number | undefined;
  /** How much the samples of each class count. @default null */
  readonly classWeight?: ClassWeight | null | undefined;
  /**
   * What is minimised, and when the search ends; all search by L-BFGS, or with magnitudes by its proximal form.
   *
   * - `'lbfgs'`: as scikit-learn's, at a largest slope of `tol` or after `maxIter` iterations.
   * - `'newton-cg'`, `'sag'`, `'saga'`: the same sum, at a largest slope of `tol`; 20 iterations count as one. The
   *   optimum, where scikit-learn's sag and saga may use up their epochs long before.
   * - `'newton-cholesky'`: the same, at a largest slope of `tol` of the average loss.
   * - `'liblinear'`: the intercept is penalised too. Ends when the gradient of a class has shrunk to `tol` times the
   *   share of its rarer side; 20 iterations count as one.
   *
   * @default 'lbfgs'
   */
  readonly solver?: 'lbfgs' | 'liblinear' | 'newton-cg' | 'newton-cholesky' | 'sag' | 'saga' | undefined;
  /** The most iterations, at least 0. @default 100 */
  readonly maxIter?: number | undefined;
  /**
   * Each class against the rest, or all at once. `'auto'` is `'ovr'` for two classes and for solvers that cannot do
   * otherwise: liblinear and newton-cholesky.
   *
   * @default 'auto'
   */
  readonly multiClass?: 'auto' | 'ovr' | 'multinomial' | undefined;
  /** The share of magnitudes in `'elasticnet'`, `0..1`; it needs one, and no other penalty uses it. @default null */
  readonly l1Ratio?: number | null | undefined;
}

export const LOGISTIC_REGRESSION = 'LogisticRegression';

export const LOGISTIC_RULES: OptionRules<LogisticRegressionOptions> = {
  penalty: orNull(oneOf('l2', ['l1', 'l2', 'elasticnet']), 'l2'),
  dual: flag(false),
  tol: real(1e-4, { min: 0 }),
  C: real(1, { above: 0 }),
  fitIntercept: flag(true),
  interceptScaling: real(1, { above: 0 }),
  classWeight: classWeightRule(),
  solver: oneOf('lbfgs', ['lbfgs', 'liblinear', 'newton-cg', 'newton-cholesky', 'sag', 'saga']),
  maxIter: whole(100, { min: 0 }),
  multiClass: oneOf('auto', ['auto', 'ovr', 'multinomial']),
  l1Ratio: orNull(real(0, { min: 0, max: 1 })),
};

export type LogisticOptions = ResolvedOptions<LogisticRegressionOptions>;

/** @throws {ModelsError} `E_OPTION` - two options do not go together. */
export function requireSolver({ solver, penalty, dual, multiClass, l1Ratio }: LogisticOptions): void {
  const needsMagnitudes = penalty === 'l1' || penalty === 'elasticnet';
  if (needsMagnitudes && solver !== 'saga' && (solver !== 'liblinear' || penalty === 'elasticnet'))
    throw unfit(`penalty '${penalty}'`, `solver '${solver}'`);
  if (penalty === null && solver === 'liblinear') throw unfit('penalty null', "solver 'liblinear'");
  if (dual && solver !== 'liblinear') throw unfit('dual true', `solver '${solver}'`);
  if (dual && penalty === 'l1') throw unfit('dual true', "penalty 'l1'");
  if (multiClass === 'multinomial' && isAgainstRestOnly(solver))
    throw unfit("multiClass 'multinomial'", `solver '${solver}'`);
  if (penalty === 'elasticnet' && l1Ratio === null) throw unfit("penalty 'elasticnet'", 'l1Ratio null');
}

/** Whether all classes are fitted at once. */
export function isMultinomial({ multiClass, solver }: LogisticOptions, classCount: number): boolean {
  return multiClass === 'auto' ? classCount > 2 && !isAgainstRestOnly(solver) : multiClass === 'multinomial';
}

function isAgainstRestOnly(solver: LogisticOptions['solver']): boolean {
  return solver === 'liblinear' || solver === 'newton-cholesky';
}

function unfit(first: string, second: string): ModelsError {
  return new ModelsError('E_OPTION', `${LOGISTIC_REGRESSION}: ${first} does not go with ${second}`);
}

import {
  flag,
  type NdArray,
  type OptionRules,
  oneOf,
  type ResolvedOptions,
  real,
  whole,
} from '@fashion-mnist/core';
import { type ComputeRun, withPool } from '@fashion-mnist/kernels';
import type { Classifier, FitRun, FittedClassifier, Labels } from '../classifier.ts';
import { ModelsError } from '../errors.ts';
import type { Estimator } from '../estimator.ts';
import { fittedClassifier } from '../fitted-classifier.ts';
import { type ClassWeight, classWeightRule, weightsOfClasses } from '../options/class-weight.ts';
import { resolveOptions } from '../options/resolve-options.ts';
import type { ModelState } from '../persistence/model-state.ts';
import { savedClasses, savedFiniteArray, savedNumber } from '../persistence/saved-values.ts';
import { encodeLabels, requireTwoClasses } from '../samples/encode-labels.ts';
import { type Features, featureMatrix } from '../samples/features.ts';
import { sampleWeights } from '../samples/sample-weights.ts';
import { fitCrammerSinger } from './coordinate-descent/fit-crammer-singer.ts';
import { fitHinge } from './coordinate-descent/fit-hinge.ts';
import type { LinearFit } from './coordinate-descent/linear-fit.ts';
import { type MarginProblem, outputCountOf } from './coordinate-descent/margin-problem.ts';
import { fitSquaredHinge } from './fit-squared-hinge.ts';
import { linearScores } from './linear-scores.ts';

/** Options of `LinearSVC`, by scikit-learn's names and defaults. */
export interface LinearSVCOptions {
  /** Whether weights cost their absolute values or their squares; `'l1'` makes many of them 0. @default 'l2' */
  readonly penalty?: 'l1' | 'l2' | undefined;
  /** What a sample within the margin costs: its distance from the margin, or the square of it. @default 'squaredHinge' */
  readonly loss?: 'hinge' | 'squaredHinge' | undefined;
  /** Whether the dual problem is solved. `'l1'` needs false, `'hinge'` needs true. @default true */
  readonly dual?: boolean | undefined;
  /** How far from the optimum the search may end, above 0. @default 1e-4 */
  readonly tol?: number | undefined;
  /** How much losses count against the penalty, above 0. @default 1 */
  readonly C?: number | undefined;
  /** Each class against the rest, or all at once; then penalty, loss and dual do not count. @default 'ovr' */
  readonly multiClass?: 'ovr' | 'crammerSinger' | undefined;
  /** Whether there is an intercept. It is penalised like a weight. @default true */
  readonly fitIntercept?: boolean | undefined;
  /** The greater, the less the penalty of the intercept; above 0. @default 1 */
  readonly interceptScaling?: number | undefined;
  /** How much the samples of each class count. @default null */
  readonly classWeight?: ClassWeight | null | undefined;
  /** The most epochs or iterations, at least 1. @default 1000 */
  readonly maxIter?: number | undefined;
}

/** A fitted `LinearSVC`: a hyperplane for each class. */
export interface FittedLinearSVC extends FittedClassifier {
  /** One row for each class, shape `[classes.length, featureCount]`; of two classes `[1, featureCount]`. */
  readonly coef: NdArray<Float64Array>;
  /** One for each row of `coef`. */
  readonly intercept: Float64Array;
  /** Epochs or iterations, of the class that took most. */
  readonly nIter: number;
  /** Whether every class is within `tol`. */
  readonly converged: boolean;
  decisionFunction(x: Features, run?: ComputeRun): Promise<NdArray<Float64Array>>;
}

const NAME = 'LinearSVC';

const RULES: OptionRules<LinearSVCOptions> = {
  penalty: oneOf('l2', ['l1', 'l2']),
  loss: oneOf('squaredHinge', ['hinge', 'squaredHinge']),
  dual: flag(true),
  tol: real(1e-4, { above: 0 }),
  C: real(1, { above: 0 }),
  multiClass: oneOf('ovr', ['ovr', 'crammerSinger']),
  fitIntercept: flag(true),
  interceptScaling: real(1, { above: 0 }),
  classWeight: classWeightRule(),
  maxIter: whole(1000, { min: 1 }),
};

type Options = ResolvedOptions<LinearSVCOptions>;

/** Epochs that are worth threads or not. */
const EXPECTED_EPOCHS = 100;

/**
 * Classifies by linear functions of the features with wide margins between the classes.
 *
 * @see sklearn.svm.LinearSVC
 */
export class LinearSVC implements Classifier<FittedLinearSVC> {
  readonly options: Options;

  /** @throws {ModelsError} `E_OPTION` - an option is unknown, outside its range, or does not go with another one. */
  constructor(options: LinearSVCOptions = {}) {
    this.options = resolveOptions(NAME, RULES, options);
    requireSolver(this.options);
  }

  /**
   * @param x - Shape `[sampleCount, ...featureShape]`; borrowed during the call.
   * @param y - One label per sample, of at least two classes; borrowed.
   * @throws {ModelsError} `E_SHAPE`; `E_NOT_FINITE`; `E_LABELS` - one class only; `E_OPTION` - a class weight of no class.
   * @throws the signal's reason, when aborted.
   */
  async fit(x: Features, y: Labels, run: FitRun = {}): Promise<FittedLinearSVC> {
    const matrix = featureMatrix(x);
    const labels = encodeLabels(y, matrix.sampleCount);
    requireTwoClasses(NAME, labels);
    const { C, tol, maxIter, classWeight, fitIntercept, interceptScaling } = this.options;
    const problem: MarginProblem = {
      matrix,
      codes: labels.codes,
      classCount: labels.classes.length,
      cost: C,
      classWeights: weightsOfClasses(NAME, classWeight, labels),
      sampleWeight: sampleWeights(run.sampleWeight, matrix.sampleCount),
      interceptFeature: fitIntercept ? interceptScaling : 0,
      tolerance: tol,
      epochLimit: maxIter,
    };
    const multiplyAdds = matrix.data.length * outputCountOf(problem.classCount) * EXPECTED_EPOCHS;
    const fit = await withPool(run, multiplyAdds, (pool) => {
      const { penalty, loss, multiClass } = this.options;
      if (multiClass === 'crammerSinger') return fitCrammerSinger(pool, problem, run);
      return loss === 'hinge' ? fitHinge(pool, problem, run) : fitSquaredHinge(pool, problem, penalty, run);
    });
    return fitted(fit, labels.classes, this.options);
  }
}

/** For programs that choose a classifier at run time. */
export const linearSVCEstimator: Estimator = {
  name: NAME,
  rules: RULES,
  create: (options) => new LinearSVC(options),
  async restore(state) {
    const { options } = new LinearSVC(state.options);
    const classes = savedClasses(state);
    const outputCount = outputCountOf(classes.length);
    const { data: weights } = savedFiniteArray(state, 'coef', Float64Array, [outputCount, null]);
    const { data: intercepts } = savedFiniteArray(state, 'intercept', Float64Array, [outputCount]);
    const iterations = savedNumber(state, 'nIter', { min: 0, isWhole: true });
    const isConverged = state.values['converged'];
    if (classes.length < 2 || weights.length === 0 || typeof isConverged !== 'boolean')
      throw new ModelsError(
        'E_MODEL',
        `saved ${NAME}: expected two classes, a feature and whether it converged`,
      );
    return fitted({ weights, intercepts, iterations, isConverged }, classes, options);
  },
};

function requireSolver({ penalty, loss, dual, multiClass }: Options): void {
  if (multiClass === 'crammerSinger') return;
  const refuse = (first: string, second: string): never => {
    throw new ModelsError('E_OPTION', `${NAME}: ${first} does not go with ${second}`);
  };
  if (penalty === 'l1' && loss === 'hinge') refuse("penalty 'l1'", "loss 'hinge'");
  if (penalty === 'l1' && dual) refuse("penalty 'l1'", 'dual true');
  if (loss === 'hinge' && !dual) refuse("loss 'hinge'", 'dual false');
}

function fitted(fit: LinearFit, classes: Int32Array, options: Options): FittedLinearSVC {
  const { weights, intercepts, iterations, isConverged } = fit;
  const outputCount = intercepts.length;
  const featureCount = weights.length / outputCount;
  const coef = { data: weights, shape: [outputCount, featureCount] };

  async function decisionFunction(x: Features, run: ComputeRun = {}): Promise<NdArray<Float64Array>> {
    const matrix = featureMatrix(x, featureCount);
    const data = await linearScores(fit, matrix, run);
    return { data, shape: outputCount === 1 ? [matrix.sampleCount] : [matrix.sampleCount, outputCount] };
  }

  async function predict(x: Features, run: ComputeRun = {}): Promise<Int32Array> {
    const { data } = await decisionFunction(x, run);
    return Int32Array.from({ length: data.length / outputCount }, (_, row) => {
      const scores = data.subarray(row * outputCount, (row + 1) * outputCount);
      return classes[outputCount === 1 ? Number(scores[0]! > 0) : scores.indexOf(Math.max(...scores))]!;
    });
  }

  const state = (): ModelState => ({
    estimator: NAME,
    options: { ...options },
    values: { nIter: iterations, converged: isConverged },
    arrays: {
      classes: { data: classes, shape: [classes.length] },
      coef,
      intercept: { data: intercepts, shape: [outputCount] },
    },
  });

  return fittedClassifier({
    classes,
    featureCount,
    coef,
    intercept: intercepts,
    nIter: iterations,
    converged: isConverged,
    decisionFunction,
    predict,
    state,
  });
}

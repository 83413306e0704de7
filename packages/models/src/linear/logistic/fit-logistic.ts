import type { FitRun } from '../../classifier.ts';
import type { EncodedLabels } from '../../samples/encode-labels.ts';
import type { FeatureMatrix } from '../../samples/features.ts';
import { sampleWeights } from '../../samples/sample-weights.ts';
import { fitSmooth, type SmoothFit, type SmoothFitOptions } from '../smooth/fit-smooth.ts';
import type { StoppingRule } from '../smooth/stopping.ts';
import { isMultinomial, type LogisticOptions } from './logistic-options.ts';
import { weightedProblem } from './weighted-problem.ts';

/** Quasi-Newton steps that do the work of a Newton iteration or an epoch. */
const STEPS_PER_ITERATION = 20;
/** As L-BFGS-B: what it has found when the iterations are used up depends on it. */
const PAIRS_OF_LBFGS = 10;
/** On the way to the optimum, more pairs need fewer passes over the samples. */
const PAIRS_TO_OPTIMUM = 40;

/** What LogisticRegression learns. */
export interface LogisticFit {
  /** One row for each class, shape `[classCount, featureCount]`; of two classes `[1, featureCount]`, for the second. */
  readonly coef: Float64Array;
  /** One for each row of `coef`. */
  readonly intercept: Float64Array;
  /** One for each row of `coef`, or one where all are fitted at once. */
  readonly nIter: Int32Array;
  readonly converged: boolean;
}

export async function fitLogistic(
  matrix: FeatureMatrix,
  labels: EncodedLabels,
  options: LogisticOptions,
  run: FitRun,
): Promise<LogisticFit> {
  const weights = sampleWeights(run.sampleWeight, matrix.sampleCount);
  const problem = weightedProblem(matrix, labels, weights, options);
  const totalWeight = weights?.reduce((sum, weight) => sum + weight, 0) ?? matrix.sampleCount;
  const fit = await fitSmooth(problem, smoothOptions(options, problem.classCount, totalWeight), run);
  const { converged, iterations } = fit;
  const nIter = iterations.map((count) => Math.ceil(count / stepsPerIteration(options)));
  return { ...outputsOf(fit, options, problem.classCount), nIter, converged };
}

function smoothOptions(options: LogisticOptions, classCount: number, totalWeight: number): SmoothFitOptions {
  const { penalty, C, l1Ratio, fitIntercept, interceptScaling, solver, maxIter } = options;
  const strength = penalty === null ? 0 : 1 / C;
  const l1Share = penalty === 'l1' ? 1 : penalty === 'elasticnet' ? (l1Ratio ?? 0) : 0;
  return {
    loss: isMultinomial(options, classCount) ? 'multinomial' : 'logistic',
    l1: strength * l1Share,
    l2: strength * (1 - l1Share),
    intercept: !fitIntercept ? 'none' : solver === 'liblinear' ? 'penalised' : 'free',
    interceptScaling,
    stopping: stoppingOf(options, totalWeight),
    maxIterations: maxIter * stepsPerIteration(options),
    pairCount: solver === 'lbfgs' ? PAIRS_OF_LBFGS : PAIRS_TO_OPTIMUM,
  };
}

function stoppingOf({ solver, tol }: LogisticOptions, totalWeight: number): StoppingRule {
  if (solver === 'liblinear') return { kind: 'lengthOfGradient', tolerance: tol };
  return { kind: 'largestSlope', tolerance: solver === 'newton-cholesky' ? tol * totalWeight : tol };
}

function stepsPerIteration({ solver }: LogisticOptions): number {
  return solver === 'lbfgs' ? 1 : STEPS_PER_ITERATION;
}

/**
 * Of classes fitted at once the intercepts add to 0: any number may be added to all of them. Of two, the first one's
 * output is left out.
 */
function outputsOf(
  { coef, intercept }: SmoothFit,
  options: LogisticOptions,
  classCount: number,
): Pick<LogisticFit, 'coef' | 'intercept'> {
  if (!isMultinomial(options, classCount)) return { coef, intercept };
  const mean = intercept.reduce((sum, value) => sum + value, 0) / classCount;
  const centred = intercept.map((value) => value - mean);
  return classCount === 2
    ? { coef: coef.slice(coef.length / 2), intercept: centred.slice(1) }
    : { coef, intercept: centred };
}

import { type ComputeRun, withPool } from '@fashion-mnist/kernels';
import { FLOAT32_ROUNDING } from '../../minimize/convergence.ts';
import { lbfgs, type Minimum } from '../../minimize/lbfgs.ts';
import { proximalLbfgs } from '../../minimize/proximal-lbfgs.ts';
import type { Search } from '../../minimize/search.ts';
import { concatenated } from '../../minimize/vectors.ts';
import { placeLinearLoss } from './linear-loss.ts';
import type { LinearLossName, LinearProblem } from './linear-problem.ts';
import { coefOf, interceptOf, type ParameterLayout, parameterCount } from './parameters.ts';
import { searchInStep } from './search-in-step.ts';
import { type StoppingRule, stoppingFor } from './stopping.ts';

export interface SmoothFitOptions {
  /** `multinomial` fits all classes together; the others each class against the rest, of two classes the second. */
  readonly loss: LinearLossName;
  /** Strength of the penalty `l2/2 · |coef|²`, at least 0; `1/C` in terms of scikit-learn. */
  readonly l2: number;
  /** Strength of the penalty `l1 · sum of |coef|`, at least 0. @default 0 */
  readonly l1?: number | undefined;
  /** Whether outputs have an intercept, and whether it is penalised like a coefficient. */
  readonly intercept: 'none' | 'free' | 'penalised';
  /** The intercept is this times a parameter; it counts only where that is penalised. @default 1 */
  readonly interceptScaling?: number | undefined;
  readonly stopping: StoppingRule;
  /** Iterations of each output, of `multinomial` of all together. */
  readonly maxIterations: number;
  /** How many of its latest steps a problem without `l1` learns from. More need fewer passes. @default 10 */
  readonly pairCount?: number | undefined;
}

/** Outputs that minimise a penalised loss; `[outputCount]` is 1 for two classes of a loss against the rest. */
export interface SmoothFit {
  /** Shape `[outputCount, featureCount]`. */
  readonly coef: Float64Array;
  /** Shape `[outputCount]`. */
  readonly intercept: Float64Array;
  /** One per problem: as many as outputs, or 1 for `multinomial`. */
  readonly iterations: Int32Array;
  /** The minimised sums, penalties and all; one per problem. */
  readonly losses: Float64Array;
  /** Whether all problems met the stopping rule. */
  readonly converged: boolean;
}

/** Most searches end by then: for the decision whether threads are worth it. */
const EXPECTED_PASSES = 100;

/**
 * Fits a linear model with a smooth loss: minimises
 *
 *     sum over samples of weight · loss(coef · x + intercept)  +  l2/2 · |coef|²  +  l1 · sum of |coef|
 *
 * by L-BFGS, or with `l1` by its proximal form. Times `C = 1 / l2` it is what liblinear minimises. Each class against the
 * rest is a problem with a history and a line search of its own, but all go in step: every pass over the samples serves
 * those that are not done yet.
 *
 * @throws {ModelsError} `E_MEMORY` - too many classes.
 * @throws the signal's reason, when aborted.
 * @remarks The losses are summed in float32 over at most 2,000 samples and in float64 beyond, in an order that does not
 *   depend on the threads: the same bytes on every pool.
 */
export async function fitSmooth(
  problem: LinearProblem,
  options: SmoothFitOptions,
  run: ComputeRun,
): Promise<SmoothFit> {
  const layouts = layoutsOf(problem, options);
  const outputCount = layouts.flatMap(({ classes }) => classes).length;
  const passes = Math.min(options.maxIterations, EXPECTED_PASSES);
  const multiplyAdds = 2 * problem.matrix.data.length * outputCount * passes;
  const minima = await withPool(run, multiplyAdds, async (pool) => {
    const region = pool.region();
    try {
      const loss = await placeLinearLoss(pool, region, problem, options.loss, outputCount);
      const searches = layouts.map((layout) => ({ layout, search: searchFor(layout, problem, options) }));
      const { signal, onProgress } = run;
      return await searchInStep(searches, loss, pool, { ...options, signal, onProgress });
    } finally {
      region.release();
    }
  });
  return fitFrom(layouts, minima);
}

function layoutsOf({ matrix, classCount }: LinearProblem, options: SmoothFitOptions): ParameterLayout[] {
  const { featureCount } = matrix;
  const { loss, intercept, interceptScaling = 1 } = options;
  const all = Array.from({ length: classCount }, (_, code) => code);
  const groups = loss === 'multinomial' ? [all] : classCount === 2 ? [[1]] : all.map((code) => [code]);
  return groups.map((classes) => {
    const penalisedPerClass = featureCount + (intercept === 'penalised' ? 1 : 0);
    return {
      classes,
      featureCount,
      hasIntercept: intercept !== 'none',
      interceptScaling: intercept === 'penalised' ? interceptScaling : 1,
      penalisedCount: classes.length * penalisedPerClass,
    };
  });
}

function searchFor(
  layout: ParameterLayout,
  problem: LinearProblem,
  { l1 = 0, stopping, maxIterations, pairCount = 10 }: SmoothFitOptions,
): Search<Minimum> {
  const start = new Float64Array(parameterCount(layout));
  const rule = stoppingFor(stopping, problem, layout.classes);
  return l1 > 0
    ? proximalLbfgs(
        start,
        start.map((_, i) => (i < layout.penalisedCount ? l1 : 0)),
        rule,
        maxIterations,
      )
    : lbfgs(start, rule, { maxIterations, pairCount, rounding: FLOAT32_ROUNDING });
}

function fitFrom(layouts: readonly ParameterLayout[], minima: readonly Minimum[]): SmoothFit {
  return {
    coef: concatenated(minima.map(({ point }, i) => coefOf(layouts[i]!, point))),
    intercept: concatenated(minima.map(({ point }, i) => interceptOf(layouts[i]!, point))),
    iterations: Int32Array.from(minima, ({ iterations }) => iterations),
    losses: Float64Array.from(minima, ({ value }) => value),
    converged: minima.every(({ converged }) => converged),
  };
}

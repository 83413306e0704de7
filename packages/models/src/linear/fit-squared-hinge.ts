import type { WorkerPool } from '@fashion-mnist/kernels';
import type { LinearFit } from './coordinate-descent/linear-fit.ts';
import type { MarginProblem, SearchRun } from './coordinate-descent/margin-problem.ts';
import { fitSmooth } from './smooth/fit-smooth.ts';

/** Three times as many as usual: the optimum is flat, and it takes a third of the iterations. */
const PAIR_COUNT = 30;

/** Fits the squared hinge loss, each class against the rest: what liblinear's solvers 1, 2 and 5 minimise. */
export async function fitSquaredHinge(
  pool: WorkerPool,
  problem: MarginProblem,
  penalty: 'l1' | 'l2',
  run: SearchRun,
): Promise<LinearFit> {
  const { matrix, codes, classCount, cost, sampleWeight, interceptFeature, tolerance, epochLimit } = problem;
  const { coef, intercept, iterations, converged } = await fitSmooth(
    { matrix, codes, classCount, weights: sampleWeight, sideWeights: sideWeights(problem) },
    {
      loss: 'squaredHinge',
      l1: penalty === 'l1' ? 1 / cost : 0,
      l2: penalty === 'l2' ? 1 / cost : 0,
      intercept: interceptFeature === 0 ? 'none' : 'penalised',
      interceptScaling: interceptFeature,
      stopping: { kind: 'lengthOfGradient', tolerance },
      maxIterations: epochLimit,
      pairCount: PAIR_COUNT,
    },
    { ...run, pool },
  );
  return {
    weights: coef,
    intercepts: intercept,
    iterations: Math.max(...iterations),
    isConverged: converged,
  };
}

/** Of the rest and of its class, for the output of each class; shape `[classCount, 2]`. */
function sideWeights({ classCount, classWeights }: MarginProblem): Float64Array {
  return Float64Array.from({ length: 2 * classCount }, (_, i) => {
    const code = Math.floor(i / 2);
    if (i % 2 === 1) return classWeights[code]!;
    return classCount === 2 ? classWeights[1 - code]! : 1;
  });
}

import { createRng } from '@fashion-mnist/core';
import { type WorkerPool, withPool } from '@fashion-mnist/kernels';
import type { FitRun } from '../classifier.ts';
import type { LinearWeights } from './linear-decisions.ts';
import type { OnlineFit } from './online-fit.ts';
import { passOverSamples, readStates } from './passes.ts';
import { firstNumbers } from './placed-features.ts';
import { type PlacedLearner, placeLearner } from './placed-learner.ts';
import { requireBounded } from './require-bounded.ts';
import { createSampleOrders } from './sample-orders.ts';
import { stratifiedSplit } from './stratified-split.ts';
import { createValidation } from './validation.ts';

/** Linear weights, with the passes that the slowest problem took. */
export interface LearnedWeights extends LinearWeights {
  readonly nIter: number;
}

const EXPECTED_PASSES = 20;

/**
 * Learns a linear decision for each class against the rest; of two classes for the second only. In every pass all
 * problems see the samples in one order.
 *
 * @throws {ModelsError} `E_NOT_FINITE` - the weights grow beyond what float32 can hold; `E_OPTION`; `E_LABELS`.
 */
export function learnOneAgainstRest(fit: OnlineFit, run: FitRun): Promise<LearnedWeights> {
  const { estimator, matrix, labels, options } = fit;
  const { sampleCount, featureCount } = matrix;
  const rng = createRng(run.seed ?? 0);
  const split = options.earlyStopping
    ? stratifiedSplit(estimator, labels, options.validationFraction, rng.split(0))
    : undefined;
  const training = split?.training ?? firstNumbers(sampleCount);
  const products =
    sampleCount * featureCount * labels.classes.length * Math.min(options.maxIter, EXPECTED_PASSES);
  return withPool(run, products, async (pool) => {
    const region = pool.region();
    try {
      run.signal?.throwIfAborted();
      const learner = await placeLearner(pool, region, fit);
      const orders = await createSampleOrders(
        pool,
        region,
        training,
        options.shuffle ? rng.split(1) : undefined,
      );
      const validation = split && (await createValidation(pool, region, learner, fit, split.validation));
      const nIter = await passOverSamples(pool, learner, orders, validation, fit, run);
      return { ...(await learnedWeights(pool, learner, fit, nIter)), nIter };
    } finally {
      region.release();
    }
  });
}

async function learnedWeights(
  pool: WorkerPool,
  learner: PlacedLearner,
  { estimator, matrix, rule }: OnlineFit,
  nIter: number,
): Promise<LinearWeights> {
  const { problemCount, width } = learner;
  const { sampleCount, featureCount } = matrix;
  const states = await readStates(pool, learner);
  const isAveraged = rule.averageFrom > 0 && rule.averageFrom <= nIter * sampleCount;
  const rows = await pool.read(
    Float32Array,
    isAveraged ? learner.averages : learner.weights,
    problemCount * width,
  );
  const coef = new Float64Array(problemCount * featureCount);
  const intercept = new Float64Array(problemCount);
  for (let problem = 0; problem < problemCount; problem++) {
    const scale = isAveraged ? 1 : states.get(problem, 'scale');
    const row = rows.subarray(problem * width, problem * width + featureCount);
    coef.set(
      Float64Array.from(row, (weight) => weight * scale),
      problem * featureCount,
    );
    intercept[problem] = states.get(problem, isAveraged ? 'averageIntercept' : 'intercept');
  }
  requireBounded(estimator, coef);
  requireBounded(estimator, intercept);
  return { coef: { data: coef, shape: [problemCount, featureCount] }, intercept };
}

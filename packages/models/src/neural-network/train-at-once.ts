import { reportProgress } from '@fashion-mnist/core';
import type { WorkerPool } from '@fashion-mnist/kernels';
import { minimize } from '../minimize/minimize.ts';
import { largestMagnitude } from '../minimize/vectors.ts';
import type { Options } from './mlp-options.ts';
import { NetworkLoss } from './network-loss.ts';
import type { NetworkWeights } from './network-weights.ts';
import { packParameters, unpackParameters } from './parameter-panels.ts';
import type { Training, TrainingData, TrainingRun } from './training.ts';

/** As many pairs as SciPy's; losses of float32 activations are exact to about this share. */
const LBFGS = Object.freeze({ pairCount: 10, rounding: 2e-9 });

/**
 * Learns by L-BFGS from the gradient of all samples.
 *
 * @see sklearn.neural_network._multilayer_perceptron, `_fit_lbfgs`
 */
export async function trainAtOnce(
  pool: WorkerPool,
  data: TrainingData,
  weights: NetworkWeights,
  { maxIter, maxFun: total, tol, ...options }: Options,
  run: TrainingRun,
): Promise<Training> {
  const region = pool.region();
  try {
    const loss = await NetworkLoss.place(pool, region, data, options);
    const { layout, sizes } = loss.network;
    const stopping = { norm: largestMagnitude, bound: () => tol };
    const start = Float64Array.from(packParameters(weights, layout));
    let completed = 0;
    const limits = { ...LBFGS, maxIterations: maxIter, mayGoOn: () => completed < total };
    const found = await minimize(start, stopping, limits, async (point) => {
      const evaluation = await loss.at(point, run);
      completed++;
      reportProgress(run.onProgress, { stage: 'train', completed, total, unit: 'evaluations' });
      return evaluation;
    });
    return {
      weights: unpackParameters(Float32Array.from(found.point), layout, sizes),
      nIter: found.iterations,
      loss: found.value,
      bestLoss: null,
      lossCurve: new Float64Array(),
      validationScores: new Float64Array(),
    };
  } finally {
    region.release();
  }
}

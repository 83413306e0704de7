import { createRng, reportProgress } from '@fashion-mnist/core';
import type { WorkerPool } from '@fashion-mnist/kernels';
import type { FitRun } from '../classifier.ts';
import type { BinaryModel } from './binary-model.ts';
import { fitKernel } from './fit-kernel.ts';
import { FIXED_KERNEL, type Options } from './gaussian-process-options.ts';
import { LaplaceProblem } from './laplace.ts';
import { MarginalLikelihood } from './marginal-likelihood.ts';
import { placeDistances, rowsOf, type Samples } from './placed-samples.ts';
import { type ProblemGroup, problemCount } from './problem-groups.ts';

/** Learns one choice after the other. */
export async function fitGroups(
  pool: WorkerPool,
  samples: Samples,
  groups: readonly ProblemGroup[],
  options: Options,
  run: FitRun,
): Promise<BinaryModel[]> {
  const models: BinaryModel[] = [];
  const total = problemCount(groups);
  for (const { rows, targets } of groups) {
    const region = pool.region();
    try {
      const distances = await placeDistances(pool, region, rowsOf(samples, rows), run.signal);
      for (const sides of targets) {
        models.push(await fitProblem(pool, distances, sides, options, run, models.length));
        const completed = models.length;
        reportProgress(run.onProgress, { stage: 'fit', completed, total, unit: 'binary problems' });
      }
    } finally {
      region.release();
    }
  }
  return models;
}

async function fitProblem(
  pool: WorkerPool,
  distances: number,
  targets: Float64Array,
  { kernel: given, maxIterPredict, nRestartsOptimizer }: Options,
  { signal, seed = 0 }: FitRun,
  index: number,
): Promise<BinaryModel> {
  const region = pool.region();
  try {
    const problem = new LaplaceProblem(pool, region, targets);
    const likelihood = new MarginalLikelihood(pool, region, problem, distances, maxIterPredict, signal);
    const start = given ?? FIXED_KERNEL;
    const kernel =
      start.optimise === true
        ? await fitKernel(likelihood, start, nRestartsOptimizer, createRng(seed).split(index))
        : start;
    const { residuals, roots, logMarginalLikelihood } = await likelihood.posterior(kernel);
    return { kernel, residuals, roots, logMarginalLikelihood };
  } finally {
    region.release();
  }
}

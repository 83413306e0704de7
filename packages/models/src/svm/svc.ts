import { createCheckpoint, createRng } from '@fashion-mnist/core';
import { type WorkerPool, withPool } from '@fashion-mnist/kernels';
import type { Classifier, FitRun, Labels } from '../classifier.ts';
import { ModelsError } from '../errors.ts';
import type { Estimator } from '../estimator.ts';
import { weightsOfClasses } from '../options/class-weight.ts';
import { resolveOptions } from '../options/resolve-options.ts';
import { type EncodedLabels, encodeLabels, requireTwoClasses } from '../samples/encode-labels.ts';
import { type FeatureMatrix, type Features, featureMatrix } from '../samples/features.ts';
import { sampleWeights } from '../samples/sample-weights.ts';
import { type FeatureMoments, featureMoments } from './feature-moments.ts';
import { type FittedSvc, fittedSvc } from './fitted-svc.ts';
import { kernelParameters, kernelSpace } from './kernel-space.ts';
import type { LearnedSvc } from './learned-svc.ts';
import { supportSpaces } from './pair-decisions.ts';
import { pairSigmoids } from './pair-probabilities.ts';
import { classPairs, membersOfClasses, pairProblems } from './pair-problems.ts';
import { placeSamples } from './pool-vectors.ts';
import { type SolverOptions, solvePairs } from './solve-pairs.ts';
import { supportVectors } from './support-vectors.ts';
import {
  SVC as NAME,
  type ResolvedSvcOptions,
  requireConsistent,
  SVC_RULES,
  type SvcOptions,
} from './svc-options.ts';
import { learnedFrom } from './svc-state.ts';

/** How often each vector is compared with others, for a guess of the work. */
const COMPARISONS = 1000;

/**
 * Classifies by support vectors with a kernel, one classifier for each pair of classes, whose votes decide.
 *
 * @remarks Bytes are fastest: their inner products are exact whole numbers, or rounded to a 64th of a standard
 *   deviation or finer where they are scaled. A solution meets libsvm's conditions of the optimum within `tol`.
 * @see sklearn.svm.SVC
 * @see Chang & Lin 2011, "LIBSVM: a library for support vector machines"
 */
export class SVC implements Classifier<FittedSvc> {
  readonly options: ResolvedSvcOptions;

  /** @throws {ModelsError} `E_OPTION` - an option is unknown, outside its range, or does not go with another. */
  constructor(options: SvcOptions = {}) {
    this.options = resolveOptions(NAME, SVC_RULES, options);
    requireConsistent(this.options);
  }

  /**
   * @param x - Shape `[sampleCount, ...featureShape]`; borrowed during the call.
   * @param y - One label per sample, of at least two classes; borrowed.
   * @param run.sampleWeight - Factors of `C`; samples of weight 0 are left out.
   * @param run.seed - Of the folds for probabilities.
   * @throws {ModelsError} `E_SHAPE`; `E_NOT_FINITE`; `E_LABELS` - one class only, or one whose weights are all 0;
   *   `E_OPTION` - class weights of other labels.
   * @throws the signal's reason, when aborted.
   * @remarks Memory per thread: 256 MiB of kernel rows, and the vectors of a pair; a single pair may take 1 GiB.
   */
  async fit(x: Features, y: Labels, run: FitRun = {}): Promise<FittedSvc> {
    const matrix = featureMatrix(x);
    const labels = encodeLabels(y, matrix.sampleCount);
    requireTwoClasses(NAME, labels);
    const weights = sampleWeights(run.sampleWeight, matrix.sampleCount);
    const classWeights = weightsOfClasses(NAME, this.options.classWeight, labels);
    const { C } = this.options;
    const boxOf = (sample: number) => C * classWeights[labels.codes[sample]!]! * (weights?.[sample] ?? 1);
    const ofClasses = membersOfClasses(labels, weights);
    requireWeight(labels, ofClasses);
    run.signal?.throwIfAborted();
    const pause = createCheckpoint(run.signal);
    const moments = await featureMoments(matrix, labels.codes, labels.classes.length, pause);
    const multiplyAdds =
      matrix.data.length * labels.classes.length * Math.min(COMPARISONS, matrix.sampleCount);
    return withPool(run, multiplyAdds, async (pool) => {
      const learned = await learn(pool, this.options, { matrix, moments, labels, ofClasses, boxOf }, run);
      return fittedSvc(learned, await supportSpaces(learned, run));
    });
  }
}

/** For programs that choose a classifier at run time. */
export const svcEstimator: Estimator = {
  name: NAME,
  rules: SVC_RULES,
  create: (options) => new SVC(options),
  async restore(state, run) {
    const learned = learnedFrom(state);
    return fittedSvc(learned, await supportSpaces(learned, run));
  },
};

/** What there is to learn from. */
interface Lesson {
  readonly matrix: FeatureMatrix;
  readonly moments: FeatureMoments;
  readonly labels: EncodedLabels;
  readonly ofClasses: readonly Int32Array[];
  readonly boxOf: (sample: number) => number;
}

async function learn(
  pool: WorkerPool,
  options: ResolvedSvcOptions,
  { matrix, moments, labels: { classes }, ofClasses, boxOf }: Lesson,
  run: FitRun,
): Promise<LearnedSvc> {
  const parameters = kernelParameters(options, matrix.featureCount, moments.variance);
  const problems = pairProblems(ofClasses, boxOf);
  const solver = solverOptions(options, moments, classes.length);
  const region = pool.region();
  try {
    const space = kernelSpace(parameters, matrix, moments);
    const samples = await placeSamples(pool, region, space, matrix);
    const solutions = await solvePairs(pool, samples, problems, solver, run);
    const { samples: support, counts, coefficients } = supportVectors(problems, solutions, classes.length);
    const sigmoids = options.probability
      ? await pairSigmoids(pool, samples, ofClasses, boxOf, createRng(run.seed ?? 0), solver, run)
      : undefined;
    return {
      options,
      parameters,
      classes,
      vectors: rowsOf(matrix, support),
      support,
      counts,
      coefficients,
      intercepts: Float64Array.from(solutions, ({ intercept }) => intercept),
      stepCounts: Int32Array.from(solutions, ({ stepCount }) => stepCount),
      objectives: Float64Array.from(solutions, ({ objective }) => objective),
      sigmoids,
    };
  } finally {
    region.release();
  }
}

function solverOptions(
  { tol, maxIter }: ResolvedSvcOptions,
  { classMeans }: FeatureMoments,
  classCount: number,
): SolverOptions {
  const pairs = classPairs(classCount);
  return {
    tolerance: tol,
    mostSteps: maxIter === -1 ? Infinity : maxIter,
    stage: 'solve',
    distance(pair) {
      const [first, second] = pairs[pair]!;
      const [a, b] = [classMeans[first]!, classMeans[second]!];
      return a.reduce((sum, value, i) => sum + (value - b[i]!) ** 2, 0);
    },
  };
}

function rowsOf({ data, featureCount, scaling }: FeatureMatrix, samples: Int32Array): FeatureMatrix {
  const sampleCount = samples.length;
  const rows =
    data instanceof Uint8Array
      ? new Uint8Array(sampleCount * featureCount)
      : new Float32Array(sampleCount * featureCount);
  samples.forEach((sample, i) => {
    rows.set(data.subarray(sample * featureCount, (sample + 1) * featureCount), i * featureCount);
  });
  return { data: rows, sampleCount, featureCount, scaling };
}

function requireWeight({ classes }: EncodedLabels, ofClasses: readonly Int32Array[]): void {
  const empty = ofClasses.findIndex(({ length }) => length === 0);
  if (empty >= 0)
    throw new ModelsError(
      'E_LABELS',
      `${NAME}: expected samples with a weight above 0 of every class, got none of ${classes[empty]}`,
    );
}

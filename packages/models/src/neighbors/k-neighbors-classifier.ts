import {
  type NdArray,
  type OptionRules,
  oneOf,
  type ResolvedOptions,
  real,
  whole,
} from '@fashion-mnist/core';
import type { ComputeRun, Neighbors } from '@fashion-mnist/kernels';
import type { Classifier, FitRun, FittedClassifier, Labels } from '../classifier.ts';
import { ModelsError } from '../errors.ts';
import type { Estimator } from '../estimator.ts';
import { fittedClassifier } from '../fitted-classifier.ts';
import { resolveOptions } from '../options/resolve-options.ts';
import type { ModelState } from '../persistence/model-state.ts';
import { savedClasses, savedIndices } from '../persistence/saved-values.ts';
import { encodeLabels } from '../samples/encode-labels.ts';
import { type Features, featureMatrix } from '../samples/features.ts';
import { refuseSampleWeights } from '../samples/sample-weights.ts';
import { createReferenceIndex, type ReferenceIndex } from './reference-index.ts';
import { featureArrays, savedFeatures } from './saved-features.ts';
import { sharesOfVotes, type VoteWeights, winners } from './votes.ts';

/** Options of `KNeighborsClassifier`, by scikit-learn's names and defaults. */
export interface KNeighborsClassifierOptions {
  /** How many neighbours vote, at least 1 and at most the number of fitted samples. @default 5 */
  readonly nNeighbors?: number | undefined;
  /** Whether all votes count alike, or by the inverse of the distance. @default 'uniform' */
  readonly weights?: VoteWeights | undefined;
  /** Exponent of the Minkowski distance, at least 1: 1 for Manhattan, 2 for Euclidean distance. @default 2 */
  readonly p?: number | undefined;
  /** What distance is; only that of Minkowski depends on `p`. @default 'minkowski' */
  readonly metric?: 'minkowski' | 'euclidean' | 'manhattan' | undefined;
}

/** How many neighbours `kneighbors` gives, and what it computes with. */
export interface KNeighborsOptions extends ComputeRun {
  /** Neighbours per sample, `1..sampleCount` of the fitted ones. @default as fitted */
  readonly nNeighbors?: number | undefined;
}

/** A fitted `KNeighborsClassifier`: holds the samples, ready to be searched, until it is disposed of. */
export interface FittedKNeighborsClassifier extends FittedClassifier {
  predictProba(x: Features, run?: ComputeRun): Promise<NdArray<Float64Array>>;
  /**
   * The nearest fitted samples of each sample, the nearest first: their positions, and their distances.
   *
   * @throws {ModelsError} `E_SHAPE`; `E_NOT_FINITE`; `E_OPTION` - not that many samples are fitted.
   */
  kneighbors(x: Features, options?: KNeighborsOptions): Promise<Neighbors>;
  /** Ends its threads and gives back their memory; it predicts no more. */
  dispose(): Promise<void>;
}

const NAME = 'KNeighborsClassifier';

const RULES: OptionRules<KNeighborsClassifierOptions> = {
  nNeighbors: whole(5, { min: 1 }),
  weights: oneOf('uniform', ['uniform', 'distance']),
  p: real(2, { min: 1 }),
  metric: oneOf('minkowski', ['minkowski', 'euclidean', 'manhattan']),
};

type Options = ResolvedOptions<KNeighborsClassifierOptions>;

/**
 * Classifies by the vote of the nearest fitted samples; exact. A tied vote goes to the lowest label, equal distances
 * are ordered as the fitted samples are.
 *
 * @remarks Bytes are fastest, scaled or not. An exponent other than 1 and 2 is slow, as every distance is measured.
 * @see sklearn.neighbors.KNeighborsClassifier
 */
export class KNeighborsClassifier implements Classifier<FittedKNeighborsClassifier> {
  readonly options: Options;

  /** @throws {ModelsError} `E_OPTION` - an option is unknown or outside its range. */
  constructor(options: KNeighborsClassifierOptions = {}) {
    this.options = resolveOptions(NAME, RULES, options);
  }

  /**
   * @param x - Shape `[sampleCount, ...featureShape]`; kept by the model, not to be changed.
   * @param y - One label per sample; borrowed.
   * @param run.pool - Where to compute now and later; else the model has threads of its own until it is disposed.
   * @throws {ModelsError} `E_SHAPE`; `E_NOT_FINITE`; `E_OPTION` - fewer samples than `nNeighbors`, or weights.
   * @throws the signal's reason, when aborted.
   */
  async fit(x: Features, y: Labels, run: FitRun = {}): Promise<FittedKNeighborsClassifier> {
    refuseSampleWeights(NAME, run.sampleWeight);
    const { sampleCount } = featureMatrix(x);
    const { classes, codes } = encodeLabels(y, sampleCount);
    requireNeighbors(this.options.nNeighbors, sampleCount, 'E_OPTION');
    return learn({ samples: x, classes, codes, options: this.options }, run);
  }
}

/** For programs that choose a classifier at run time. */
export const kNeighborsEstimator: Estimator = {
  name: NAME,
  rules: RULES,
  create: (options) => new KNeighborsClassifier(options),
  async restore(state, run) {
    const options = resolveOptions(NAME, RULES, state.options as KNeighborsClassifierOptions);
    const classes = savedClasses(state);
    const samples = savedFeatures(state);
    const [sampleCount = 0] = samples.shape;
    const codes = savedIndices(state, 'codes', Int32Array, [sampleCount], classes.length).data;
    requireNeighbors(options.nNeighbors, sampleCount, 'E_MODEL');
    return learn({ samples, classes, codes, options }, run);
  },
};

/** All that the model knows. */
interface Knowledge {
  readonly samples: Features;
  readonly classes: Int32Array;
  readonly codes: Int32Array;
  readonly options: Options;
}

async function learn(knowledge: Knowledge, run: ComputeRun): Promise<FittedKNeighborsClassifier> {
  const { pool, threads, signal, onProgress } = run;
  const exponent = exponentOf(knowledge.options);
  const index = await createReferenceIndex(knowledge.samples, exponent, {
    pool,
    threads,
    signal,
    onProgress,
  });
  return fitted(knowledge, index);
}

function exponentOf({ metric, p }: Options): number {
  return metric === 'minkowski' ? p : metric === 'euclidean' ? 2 : 1;
}

function fitted(
  { samples, classes, codes, options }: Knowledge,
  index: ReferenceIndex,
): FittedKNeighborsClassifier {
  const featureCount = samples.data.length / codes.length;

  async function kneighbors(
    x: Features,
    { nNeighbors = options.nNeighbors, signal, onProgress }: KNeighborsOptions = {},
  ): Promise<Neighbors> {
    featureMatrix(x, featureCount);
    requireNeighbors(nNeighbors, codes.length, 'E_OPTION');
    return index.search(x, { neighborCount: nNeighbors, signal, onProgress });
  }

  async function predictProba(x: Features, run: ComputeRun = {}): Promise<NdArray<Float64Array>> {
    const { signal, onProgress } = run;
    return sharesOfVotes(await kneighbors(x, { signal, onProgress }), codes, classes.length, options.weights);
  }

  const state = (): ModelState => ({
    estimator: NAME,
    options: { ...options },
    values: {},
    arrays: {
      classes: { data: classes, shape: [classes.length] },
      codes: { data: codes, shape: [codes.length] },
      ...featureArrays(samples),
    },
  });

  return fittedClassifier({
    classes,
    featureCount,
    predict: async (x: Features, run?: ComputeRun) => winners(await predictProba(x, run), classes),
    predictProba,
    kneighbors,
    state,
    dispose: () => index.dispose(),
  });
}

function requireNeighbors(nNeighbors: number, sampleCount: number, code: 'E_OPTION' | 'E_MODEL'): void {
  if (Number.isSafeInteger(nNeighbors) && nNeighbors >= 1 && nNeighbors <= sampleCount) return;
  throw new ModelsError(
    code,
    `${NAME}.nNeighbors: expected a whole number in 1..${sampleCount}, the number of samples, got ${nNeighbors}`,
  );
}

/** Options of a classifier, all of them. */
export type Options = Readonly<Record<string, unknown>>;

/** How the cost of a family of classifiers depends on its options and on the samples, of 784 features in 10 classes. */
export interface FamilyCost {
  /** Seconds to learn from 60,000 samples. */
  fit(options: Options): number;
  /** The power of the number of training samples that fitting grows with. */
  readonly fitGrowth: number;
  /** Seconds for the classes of 10,000 samples, of a model of 60,000. */
  predict(options: Options): number;
  /** The power of the number of training samples that predicting grows with. */
  readonly predictGrowth: number;
  /** What it holds beside the samples. */
  bytes(options: Options, trainCount: number): number;
}

/**
 * By classifier, in seconds on two cores. Where the benchmarks have a family, its level and powers of growth are those of
 * `tooling/benchmarks/results/classical-growth.json`. What options make of them comes from single runs of most baselines at
 * 6,000 images and of some at 20,000 and 60,000 (November 2026, Node 24), on a busy machine: half of their CPU seconds, as
 * most work is shared by two threads. Runs that took over a minute or four were not awaited; Gaussian processes, exponents
 * other than 1 and 2 and whatever says so below are extrapolations.
 */
export const FAMILY_COSTS: Readonly<Record<string, FamilyCost>> = {
  GaussianNB: linear({ fit: () => 0.06, bytes: perSample(700) }),
  PassiveAggressiveClassifier: linear({ fit: (options) => 0.12 * passes(options, 8) }),
  Perceptron: linear({ fit: (options) => 0.12 * passes(options, 8) }),
  SGDClassifier: linear({ fit: (options) => 0.14 * passes(options, 240) }),
  LinearSVC: { ...linear({ fit: linearSvcSeconds }), fitGrowth: 1.8 },
  LogisticRegression: linear({ fit: logisticSeconds, bytes: perSample(1500) }),
  DecisionTreeClassifier: {
    fit: (options) =>
      (options['splitter'] === 'random' ? 2 : 1) * 0.06 * depth(options) * entropyFactor(options),
    fitGrowth: 0.9,
    predict: () => 0.015,
    predictGrowth: 0,
    bytes: perSample(1800),
  },
  ExtraTreeClassifier: {
    fit: (options) => 0.012 * depth(options) * entropyFactor(options),
    fitGrowth: 0.7,
    predict: () => 0.015,
    predictGrowth: 0,
    bytes: perSample(1600),
  },
  RandomForestClassifier: {
    fit: (options) => 0.0022 * depth(options) * entropyFactor(options) * numberOf(options, 'nEstimators'),
    fitGrowth: 1.08,
    predict: (options) => 0.0018 * numberOf(options, 'nEstimators'),
    predictGrowth: 0.4,
    bytes: (options, trainCount) => (1600 + 21 * numberOf(options, 'nEstimators')) * trainCount,
  },
  GradientBoostingClassifier: {
    fit: (options) => boostingRound(options) * numberOf(options, 'nEstimators'),
    fitGrowth: 0.75,
    predict: (options) => 0.0015 * numberOf(options, 'nEstimators'),
    predictGrowth: 0.2,
    bytes: boostingBytes,
  },
  HistGradientBoostingClassifier: {
    fit: (options) => 1 + 0.27 * numberOf(options, 'maxIter'),
    fitGrowth: 0.5,
    predict: (options) => 0.0015 * numberOf(options, 'maxIter'),
    predictGrowth: 0.1,
    bytes: perSample(3000),
  },
  KNeighborsClassifier: {
    fit: (options) => (numberOf(options, 'p') === 1 ? 0.2 : 0.6),
    fitGrowth: 0.4,
    predict: (options) => minkowskiSeconds(numberOf(options, 'p')),
    predictGrowth: 0.7,
    bytes: (_, trainCount) => 60e6 + 2000 * trainCount,
  },
  SVC: {
    fit: svcSeconds,
    fitGrowth: 1.57,
    predict: () => 2.5,
    predictGrowth: 0.76,
    bytes: (_, trainCount) => 3000 * trainCount + 0.1 * trainCount ** 2,
  },
  MLPClassifier: {
    fit: networkSeconds,
    fitGrowth: 0.75,
    predict: () => 0.04,
    predictGrowth: 0,
    bytes: perSample(1100),
  },
  GaussianProcessClassifier: {
    fit: (options) => (options['multiClass'] === 'oneVsOne' ? 2000 : 8000),
    fitGrowth: 3,
    predict: () => 60,
    predictGrowth: 2,
    // Distances, covariances and their factor in float64; `models` refuses what is beyond 4 GiB.
    bytes: (_, trainCount) => 3 * 8 * trainCount ** 2 + 20_000 * trainCount,
  },
};

/** A family whose models are a few weights per class. */
function linear({
  fit,
  bytes = perSample(800),
}: Pick<FamilyCost, 'fit'> & Partial<Pick<FamilyCost, 'bytes'>>): FamilyCost {
  return { fit, fitGrowth: 1, predict: () => 0.02, predictGrowth: 0, bytes };
}

function perSample(bytes: number): FamilyCost['bytes'] {
  return (_, trainCount) => bytes * trainCount;
}

/** Passes over the samples. @param usual - How many it takes where the learner may stop by itself. */
function passes(options: Options, usual: number): number {
  const most = numberOf(options, 'maxIter');
  return options['tol'] === null ? most : Math.min(most, usual);
}

/** Levels of a tree that has hardly any below the twentieth. */
function depth(options: Options): number {
  return Math.min(20, numberOf(options, 'maxDepth'));
}

function entropyFactor(options: Options): number {
  return options['criterion'] === 'gini' ? 1 : 1.4;
}

/** One thread solves Crammer and Singer's dual; the others share classes. An extrapolation from 20,000 samples. */
function linearSvcSeconds(options: Options): number {
  if (options['multiClass'] === 'crammerSinger') return 1500;
  return options['loss'] === 'hinge' ? 140 : 60;
}

/** A sum of losses and its slopes takes 0.034 s. liblinear's limit is 20 of them per iteration, and only it gets there. */
function logisticSeconds(options: Options): number {
  const [step, usual] = options['penalty'] === 'l1' ? [5 * 0.034, 300] : [0.034, 400];
  const most = numberOf(options, 'maxIter') * (options['solver'] === 'lbfgs' ? 1 : 20);
  return step * Math.min(most, usual * Math.sqrt(numberOf(options, 'C')));
}

/** Of trees that are deep, most leaves hold a single sample before the last level. */
function boostingRound(options: Options): number {
  return Math.min(6.3, 0.055 * numberOf(options, 'maxDepth') ** 1.6);
}

/** 80 bytes for each node of ten trees a round. */
function boostingBytes(options: Options, trainCount: number): number {
  const nodesOfTree = Math.min(2 ** (numberOf(options, 'maxDepth') + 1), trainCount);
  return 3000 * trainCount + 80 * nodesOfTree * 10 * numberOf(options, 'nEstimators');
}

function minkowskiSeconds(p: number): number {
  if (p === 2) return 0.66;
  return p === 1 ? 1.3 : 600;
}

/** Classes that no plane separates take the longer, the dearer that is. An extrapolation from 20,000 samples. */
function svcSeconds(options: Options): number {
  return options['kernel'] === 'linear' ? 150 * numberOf(options, 'C') ** 0.25 : 9;
}

/** By the units of the first layer, which has nearly all weights. */
function networkSeconds(options: Options): number {
  const [units = 0] = options['hiddenLayerSizes'] as readonly number[];
  const epoch = 0.15 + 0.002 * units;
  const usual = 12 * numberOf(options, 'nIterNoChange');
  return epoch * Math.min(numberOf(options, 'maxIter'), 8 + usual);
}

/** Infinity where there is no limit. */
function numberOf(options: Options, name: string): number {
  const value = options[name];
  return typeof value === 'number' ? value : Infinity;
}

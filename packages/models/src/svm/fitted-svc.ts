import type { NdArray } from '@fashion-mnist/core';
import { type ComputeRun, withPool } from '@fashion-mnist/kernels';
import type { FittedClassifier } from '../classifier.ts';
import { fittedClassifier } from '../fitted-classifier.ts';
import { type FeatureMatrix, type Features, featureMatrix } from '../samples/features.ts';
import type { LearnedSvc } from './learned-svc.ts';
import { linearCoefficients } from './linear-coefficients.ts';
import { pairDecisions, type SupportSpaces } from './pair-decisions.ts';
import { classProbabilities } from './pair-probabilities.ts';
import { svcState } from './svc-state.ts';
import { largestOfRows, oneAgainstRest, votesOf } from './votes.ts';

/** A fitted `SVC`: its support vectors and what they weigh. */
export interface FittedSvc extends FittedClassifier {
  /** Of a model with the option `probability`. Of few samples they may contradict `predict`. */
  predictProba?(x: Features, run?: ComputeRun): Promise<NdArray<Float64Array>>;
  /**
   * Of two classes `[sampleCount]`, above 0 for the second. Of more, `[sampleCount, classes.length]`, or with
   * `decisionFunctionShape` `ovo` `[sampleCount, pairCount]`, above 0 for the first of a pair.
   */
  decisionFunction(x: Features, run?: ComputeRun): Promise<NdArray<Float64Array>>;
  /** Which fitted samples are support vectors, class after class. */
  readonly support: Int32Array;
  /** How many support vectors each class has. */
  readonly nSupport: Int32Array;
  /** The support vectors as they were given, bytes where they were bytes: shape `[support.length, featureCount]`. */
  readonly supportVectors: Features;
  /** Shape `[classes.length - 1, support.length]`: against each other class; of two classes above 0 for the second. */
  readonly dualCoef: NdArray<Float64Array>;
  /** One per pair of classes, `(0, 1), (0, 2), .., (1, 2), ..`. */
  readonly intercept: Float64Array;
  /** Weights of the features, shape `[pairCount, featureCount]`; of a linear kernel only. */
  readonly coef: NdArray<Float64Array> | undefined;
  /** Steps that the solver took, pair by pair. */
  readonly nIter: Int32Array;
  /**
   * The dual objective at the optimum, pair by pair: `sum(alpha) - |w|² / 2`. Of the kernel that was computed with: for
   * scaled bytes that differs from the exact one by some 1e-4 of itself, and the optimum by 1e-5.
   */
  readonly dualObjective: Float64Array;
  /** Gamma as a number. */
  readonly gamma: number;
}

export function fittedSvc(learned: LearnedSvc, spaces: SupportSpaces): FittedSvc {
  const { options, classes, vectors, support, sigmoids } = learned;
  const { featureCount } = vectors;
  const classCount = classes.length;
  const pairCount = learned.intercepts.length;

  async function decisionsOn(x: Features, run: ComputeRun): Promise<Float64Array> {
    const rows = featureMatrix(x, featureCount);
    const multiplyAdds = rows.sampleCount * support.length * featureCount;
    return withPool(run, multiplyAdds, (pool) => pairDecisions(pool, learned, spaces, rows, run));
  }

  async function decisionFunction(x: Features, run: ComputeRun = {}): Promise<NdArray<Float64Array>> {
    const decisions = await decisionsOn(x, run);
    if (classCount === 2) return { data: decisions.map((value) => -value), shape: [decisions.length] };
    return options.decisionFunctionShape === 'ovo'
      ? { data: decisions, shape: [decisions.length / pairCount, pairCount] }
      : {
          data: oneAgainstRest(decisions, classCount),
          shape: [decisions.length / pairCount, classCount],
        };
  }

  async function predict(x: Features, run: ComputeRun = {}): Promise<Int32Array> {
    const decisions = await decisionsOn(x, run);
    const scores =
      options.breakTies && classCount > 2
        ? oneAgainstRest(decisions, classCount)
        : votesOf(decisions, classCount);
    return largestOfRows(scores, classCount).map((code) => classes[code]!);
  }

  const own = {
    ...attributesOf(learned),
    decisionFunction,
    predict,
    state: () => svcState(learned),
  };
  if (sigmoids === undefined) return fittedClassifier(own);
  return fittedClassifier({
    ...own,
    async predictProba(x: Features, run: ComputeRun = {}): Promise<NdArray<Float64Array>> {
      const decisions = await decisionsOn(x, run);
      const data = classProbabilities(decisions, sigmoids, classCount);
      return { data, shape: [decisions.length / pairCount, classCount] };
    },
  });
}

type Attributes = Omit<
  FittedSvc,
  'decisionFunction' | 'predict' | 'predictProba' | 'score' | 'state' | 'toJSON'
>;

function attributesOf(learned: LearnedSvc): Attributes {
  const { options, parameters, classes, vectors, support, counts, intercepts } = learned;
  const { featureCount } = vectors;
  const shown = (values: Float64Array) => asSecond(values, classes.length);
  return {
    classes,
    featureCount,
    support,
    nSupport: counts,
    supportVectors: featuresOf(vectors),
    dualCoef: { data: shown(learned.coefficients), shape: [classes.length - 1, support.length] },
    intercept: shown(intercepts),
    coef:
      options.kernel === 'linear'
        ? { data: shown(linearCoefficients(learned)), shape: [intercepts.length, featureCount] }
        : undefined,
    nIter: learned.stepCounts,
    dualObjective: learned.objectives,
    gamma: parameters.gamma,
  };
}

/** Of two classes scikit-learn shows everything from the side of the second. */
function asSecond(values: Float64Array, classCount: number): Float64Array {
  return classCount === 2 ? values.map((value) => -value) : values;
}

function featuresOf({ data, sampleCount, featureCount, scaling }: FeatureMatrix): Features {
  const shape = [sampleCount, featureCount];
  return scaling === undefined || !(data instanceof Uint8Array) ? { data, shape } : { data, shape, scaling };
}

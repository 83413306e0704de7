import type { Region, WorkerPool } from '@fashion-mnist/kernels';
import { weightsOfClasses } from '../options/class-weight.ts';
import type { OnlineFit } from './online-fit.ts';
import { paddedWidth, placed, placeFeatures, type SampleArguments } from './placed-features.ts';
import { ProblemStates } from './problem-states.ts';

/** What the kernel learns from and into: pointers into the memory of a pool. */
export interface PlacedLearner {
  readonly samples: SampleArguments;
  readonly codes: number;
  /** 0 where all samples count alike. */
  readonly sampleWeights: number;
  readonly problemCount: number;
  /** Room for the list of the problems that still learn. */
  readonly problems: number;
  /** Elements of a row of features or weights. */
  readonly width: number;
  /** Room for a row of features per problem. */
  readonly rows: number;
  readonly weights: number;
  /** 0 without averages. */
  readonly averages: number;
  /** 0 without an L1 penalty. */
  readonly received: number;
  readonly states: number;
}

/** Places samples, and problems that have learned nothing yet. */
export async function placeLearner(
  pool: WorkerPool,
  region: Region,
  { estimator, matrix, labels, sampleWeights, rule, options }: OnlineFit,
): Promise<PlacedLearner> {
  const { sampleCount, featureCount, data } = matrix;
  const width = paddedWidth(featureCount);
  const classWeights = weightsOfClasses(estimator, options.classWeight, labels);
  const states = ProblemStates.fresh(problemsOf(classWeights), rule.initialRate);
  const problemCount = states.count;
  const zeros = new Float32Array(problemCount * width);
  const samples = await placeFeatures(pool, region, matrix, sampleCount);
  await pool.write(samples[0], data);
  return {
    samples,
    codes: await placed(pool, region, labels.codes),
    sampleWeights: sampleWeights === undefined ? 0 : await placed(pool, region, sampleWeights),
    problemCount,
    problems: region.alloc(problemCount * 4),
    width,
    rows: region.alloc(problemCount * width * 4),
    weights: await placed(pool, region, zeros),
    averages: rule.averageFrom > 0 ? await placed(pool, region, zeros) : 0,
    received: rule.penalty.l1 > 0 ? await placed(pool, region, zeros) : 0,
    states: await placed(pool, region, states.data),
  };
}

/** Each class against the rest; of two classes only the second, with the weight of the first for the rest. */
function problemsOf(weights: Float64Array): Parameters<typeof ProblemStates.fresh>[0] {
  const [first = 1, second = 1] = weights;
  return weights.length === 2
    ? [{ positiveWeight: second, negativeWeight: first, positiveCode: 1 }]
    : Array.from(weights, (weight, code) => ({
        positiveWeight: weight,
        negativeWeight: 1,
        positiveCode: code,
      }));
}

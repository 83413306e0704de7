import type { NdArray } from '@fashion-mnist/core';
import { type ComputeRun, openPool } from '@fashion-mnist/kernels';
import type { FittedClassifier } from '../classifier.ts';
import { fittedClassifier } from '../fitted-classifier.ts';
import type { JsonValue, ModelState } from '../persistence/model-state.ts';
import { type Features, featureMatrix } from '../samples/features.ts';
import type { BoostingLoss } from './boosting-loss.ts';
import { type ScoredEnsemble, scoreRows, stagedScores } from './score-ensemble.ts';
import { ensembleState } from './tree-ensemble.ts';

/** What every boosted ensemble of trees can do. */
export interface FittedBoosting extends FittedClassifier {
  predictProba(x: Features, run?: ComputeRun): Promise<NdArray<Float64Array>>;
  /** Sums of the trees' leaves and the score begun with: `[sampleCount, classes.length]`, of two classes `[sampleCount]`. */
  decisionFunction(x: Features, run?: ComputeRun): Promise<NdArray<Float64Array>>;
  /** The labels after each round, from the first one on. Memory and threads are given back when the loop ends. */
  stagedPredict(x: Features, run?: ComputeRun): AsyncGenerator<Int32Array>;
}

/** What makes a boosted ensemble what it is. */
export interface BoostedParts extends ScoredEnsemble {
  readonly estimator: string;
  readonly options: Readonly<Record<string, JsonValue>>;
  readonly classes: Int32Array;
  readonly featureCount: number;
  readonly loss: BoostingLoss;
  /** What else is saved. */
  readonly values: Readonly<Record<string, JsonValue>>;
  readonly arrays: ModelState['arrays'];
}

export function fittedBoosting(parts: BoostedParts): FittedBoosting {
  const { estimator, options, classes, featureCount, loss, ensemble, initialScores, values, arrays } = parts;
  const width = initialScores.length;
  const score = (x: Features, run: ComputeRun) => scoreRows(parts, featureMatrix(x, featureCount), run);

  async function predictProba(x: Features, run: ComputeRun = {}): Promise<NdArray<Float64Array>> {
    const scores = await score(x, run);
    const sampleCount = scores.length / width;
    const data = new Float64Array(sampleCount * classes.length);
    for (let row = 0; row < sampleCount; row++)
      data.set(loss.probabilities(scores.subarray(row * width, (row + 1) * width)), row * classes.length);
    return { data, shape: [sampleCount, classes.length] };
  }

  return fittedClassifier({
    classes,
    featureCount,
    predict: async (x: Features, run: ComputeRun = {}) => labelsOf(await score(x, run), width, parts),
    predictProba,
    async decisionFunction(x: Features, run: ComputeRun = {}) {
      const data = await score(x, run);
      return { data, shape: width === 1 ? [data.length] : [data.length / width, width] };
    },
    async *stagedPredict(x: Features, run: ComputeRun = {}) {
      const matrix = featureMatrix(x, featureCount);
      const { pool, close } = await openPool(run, matrix.sampleCount * ensemble.roots.length);
      try {
        for await (const scores of stagedScores(parts, matrix, pool, run.signal))
          yield labelsOf(scores, width, parts);
      } finally {
        await close();
      }
    },
    state: (): ModelState => ({
      estimator,
      options,
      values: { ...values, featureCount },
      arrays: {
        ...arrays,
        classes: { data: classes, shape: [classes.length] },
        initialScores: { data: initialScores, shape: [width] },
        ...ensembleState(ensemble),
      },
    }),
  });
}

function labelsOf(scores: Float64Array, width: number, { classes, loss }: BoostedParts): Int32Array {
  const labels = new Int32Array(scores.length / width);
  for (let row = 0; row < labels.length; row++) {
    const ofRow = scores.subarray(row * width, (row + 1) * width);
    const code =
      width === 1 ? Number(ofRow[0]! > 0 || (ofRow[0] === 0 && loss.tieGoesToSecond)) : indexOfLargest(ofRow);
    labels[row] = classes[code]!;
  }
  return labels;
}

function indexOfLargest(values: Float64Array): number {
  let largest = 0;
  for (let i = 1; i < values.length; i++) if (values[i]! > values[largest]!) largest = i;
  return largest;
}

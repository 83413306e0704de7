import type { NdArray } from '@fashion-mnist/core';
import type { ComputeRun } from '@fashion-mnist/kernels';
import { type Features, featureMatrix } from '../samples/features.ts';
import type { Tree } from './tree.ts';
import { meanShares } from './vote.ts';

/** How trees predict. */
export interface SharesPredictor {
  predict(x: Features, run?: ComputeRun): Promise<Int32Array>;
  predictProba(x: Features, run?: ComputeRun): Promise<NdArray<Float64Array>>;
}

/** Predicts the class with the greatest share, the lowest label of equals. */
export function sharesPredictor(
  trees: readonly Tree[],
  classes: Int32Array,
  featureCount: number,
): SharesPredictor {
  async function predictProba(x: Features, run: ComputeRun = {}): Promise<NdArray<Float64Array>> {
    const matrix = featureMatrix(x, featureCount);
    const data = await meanShares(trees, classes.length, matrix, run);
    return { data, shape: [matrix.sampleCount, classes.length] };
  }
  return {
    predictProba,
    predict: async (x, run) =>
      Int32Array.from(
        greatestShares((await predictProba(x, run)).data, classes.length),
        (code) => classes[code]!,
      ),
  };
}

/** The class with the greatest share of each sample. */
export function greatestShares(shares: Float64Array, classCount: number): Int32Array {
  const best = new Int32Array(shares.length / classCount);
  for (let sample = 0; sample < best.length; sample++) {
    const at = sample * classCount;
    for (let label = 1; label < classCount; label++)
      if (shares[at + label]! > shares[at + best[sample]!]!) best[sample] = label;
  }
  return best;
}
